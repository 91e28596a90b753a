// @vitest-environment jsdom
import { DOMParser as Parser } from '@tiptap/pm/model'
import { richTextSchema } from '@samskriv/shared/rich-text/schema'
import { describe, expect, it } from 'vitest'
import { cleanPastedHtml } from './clean.ts'

const clean = (html: string): string => cleanPastedHtml(html).html.replace(/\s+/g, ' ').trim()
/** What comes into the document: the same way the editor takes it. */
const taken = (html: string): string => {
  const holder = document.createElement('div')
  holder.innerHTML = cleanPastedHtml(html).html
  return Parser.fromSchema(richTextSchema()).parse(holder).toString()
}

const word = (body: string): string => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} --></style></head>
<body lang=NO-BOK><!--StartFragment-->${body}<!--EndFragment--></body></html>`
const point = (text: string, level = 1, mark = '·'): string => `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=NO>${text}<o:p></o:p></span></p>`

const webPoint = (text: string): string => `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="1" role="listitem" style="margin:0"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${text}</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>`

describe('a paste from Word', () => {
  it('leaves paragraphs with bold and italic and nothing of Word', () => {
    const html = word(`<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=NO style='font-size:11.0pt;color:red'>Felles</span></b> plan for <i>alle</i> <st1:place w:st="on">barnehagene</st1:place>.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Neste avsnitt</p>`)
    expect(clean(html)).toBe('<p><b>Felles</b> plan for <i>alle</i> barnehagene.</p><p>Neste avsnitt</p>')
  })

  it('makes lists of paragraphs with typed bullets, by their levels', () => {
    const html = word(`<p class=MsoNormal>Før</p>${point('En')}\n${point('To')}\n${point('Under to', 2, 'o')}\n${point('Tre')}<p class=MsoNormal>Etter</p>`)
    expect(clean(html)).toBe('<p>Før</p><ul><li><p>En</p></li><li><p>To</p><ul><li><p>Under to</p></li></ul></li><li><p>Tre</p></li></ul> <p>Etter</p>')
  })

  it('makes a numbered list of numbers, starting where it started', () => {
    expect(taken(word(`${point('Tre', 1, '3.')}${point('Fire', 1, '4.')}`)))
      .toBe('doc(orderedList(listItem(paragraph("Tre")), listItem(paragraph("Fire"))))')
    expect(clean(word(`${point('Tre', 1, '3.')}`))).toContain('start="3"')
  })

  it('keeps bulleted and numbered points beside each other apart', () => {
    expect(taken(word(`${point('Punkt')}${point('Tall', 1, '1)')}`)))
      .toBe('doc(bulletList(listItem(paragraph("Punkt"))), orderedList(listItem(paragraph("Tall"))))')
  })

  it('recognises bullets that somebody typed, also without any list behind them', () => {
    expect(clean('<p class="MsoListParagraph">·&nbsp;&nbsp;<span>En</span></p><p class="MsoListParagraph">o To</p>')).toBe('<ul><li><p>En</p></li><li><p>To</p></li></ul>')
    expect(clean('<p><span>• </span>En</p><p>•&nbsp;To</p><p>Ikke et punkt</p>')).toBe('<ul><li><p>En</p></li><li><p>To</p></li></ul><p>Ikke et punkt</p>')
  })

  it('drops placeholders: they are emptiness', () => {
    expect(clean(word('<p class=MsoNormal>Sum: <span class=MsoPlaceholderText>Klikk eller trykk her for å skrive inn tekst.</span></p>'))).toBe('<p>Sum: </p>')
  })

  it('brings headings to our two levels, once bold', () => {
    expect(clean(word('<h1><b>Ein</b></h1><h2>To</h2><h3>Tre</h3><h6>Seks</h6><p class=MsoTitle>Tittel</p>')))
      .toBe('<h4>Ein</h4><h4>To</h4><h5>Tre</h5><h5>Seks</h5><h4>Tittel</h4>')
  })

  it('keeps tables with their spans and header cells', () => {
    const html = word('<table class=MsoTableGrid border=1 style="mso-yfti-tbllook:1184"><tr style="mso-yfti-irow:0"><th width=200 colspan=2 style="border:solid"><p class=MsoNormal>Når</p></th></tr><tr><td><p class=MsoNormal>Høst<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>')
    expect(clean(html)).toBe('<table><tbody><tr><th colspan="2"><p>Når</p></th></tr><tr><td><p>Høst</p></td><td><p>&nbsp;</p></td></tr></tbody></table>')
    expect(taken(html)).toMatch(/^doc\(table\(tableRow\(tableHeader\(paragraph\("Når"\)\)\), tableRow\(tableCell\(paragraph\("Høst"\)\)/)
  })

  it('leaves out pictures it only points to, and counts them for the person', () => {
    const result = cleanPastedHtml(word('<p><img width=300 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png"><img src="data:image/png;base64,AAAA">Tekst</p><v:shape><v:imagedata src="x.png"/></v:shape>'))
    expect(result.droppedImages).toBe(3)
    expect(result.html.trim()).toBe('<p>Tekst</p>')
  })
})

describe('a paste from Word on the web, Teams, Google and web pages', () => {
  it('joins points that Word on the web wraps one by one', () => {
    expect(taken(`${webPoint('En')}${webPoint('To')}`)).toMatch(/^doc\(bulletList\(listItem\(paragraph\("En.?"\)\), listItem\(paragraph\("To.?"\)\)\)\)$/)
  })

  it('takes bold and italic from styles, and not from an element that says it is neither', () => {
    expect(clean('<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Fet</span><span style="font-style:italic;font-weight:400">kursiv</span></p></b>'))
      .toBe('<p><strong>Fet</strong><em>kursiv</em></p>')
  })

  it('writes emojis as characters and drops trackers without counting them', () => {
    const result = cleanPastedHtml('<div><div>Hei <img alt="😀" itemtype="http://schema.skype.com/Emoji" src="https://example.test/e.png"></div><img width="1" height="1" src="https://example.test/t.gif"></div>')
    expect(result).toEqual({ html: '<div><div>Hei 😀</div></div>', droppedImages: 0 })
  })

  it('keeps links that may be kept, and only the words of others', () => {
    expect(clean('<p><a href="https://udir.no/x" onclick="a()" class="y">Udir</a> <a href="javascript:alert(1)">klikk</a> <a name="_Toc1">anker</a> <a href="/relativ">her</a> <a href=" HTTPS://x.test ">stor</a></p>'))
      .toBe('<p><a href="https://udir.no/x">Udir</a> klikk anker her <a href="HTTPS://x.test">stor</a></p>')
  })

  it('lets no script, style, frame or form through', () => {
    expect(clean('<p onmouseover="a()">En<script>alert(1)</script><style>p{}</style><iframe src="https://x.test"></iframe><button>Trykk</button><svg onload="a()"><text>b</text></svg></p>')).toBe('<p>En</p>')
  })

  it('takes what stands in a table that only lays things out', () => {
    expect(clean('<table><tr><td><table><tr><td><p>Tekst</p></td></tr></table></td></tr></table>')).toBe('<p>Tekst</p>')
  })
})

describe('a paste from a field of ours', () => {
  it('passes as it is, with its images', () => {
    const html = `<p data-pm-slice="1 1 []">Tekst</p><img data-hash="${'ab'.repeat(32)}" alt="Kart">`
    expect(cleanPastedHtml(html)).toEqual({ html, droppedImages: 0 })
    expect(taken(html)).toBe('doc(paragraph("Tekst"), image)')
  })

  it('brings no image in whose address somebody made up, even in disguise', () => {
    expect(taken('<p data-pm-slice="1 1 []">Tekst</p><img src="https://x.test/a.png"><img data-hash="../../x" src="y">')).toBe('doc(paragraph("Tekst"))')
  })
})
