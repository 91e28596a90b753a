/** Texts that have broken documents elsewhere, by what they try. */
export const nasty: Readonly<Record<string, string>> = {
  'Typst code': '#sys.inputs #let x = 1 #panic("nei") #{ } #[ ]',
  'Typst markup': '*halvfet* _kursiv_ `kode` = Overskrift - punkt + nummer / ord: @kilde <merke> ~ -- --- ... // kommentar /* og */',
  'Typst mathematics and escapes': '$x^2$ \\u{41} \\ \\n "sitat" \'enkel\' ] [ } { ) (',
  'XML': '<w:p></w:p> &amp; &lt; &#x41; ]]> <!-- --> <?xml?>',
  'page numbers of docx': 'CURRENT',
  'all pages of docx': 'TOTAL_PAGES',
  'templates': '{{navn}} ${navn} {n} {page} %1. %s',
  'emoji': 'Bra 😀 👩🏽‍💻 ❤️ 🇳🇴 1️⃣',
  'Sámi': 'ŋ đ š č ž á Ŋ Đ Š Č Ž Á Nordlánda Stáhtaháldadiddje',
  'marks on letters': 'e\u0301 a\u030a o\u0308 n\u0303',
  'zero width': 'a\u200bb\u200cc\u200dd\u2060e\ufefff',
  'soft hyphens': 'kompetanse\u00adutvikling',
  'turned direction': 'før \u202esnudd\u202c etter \u2066isolert\u2069',
  'other letters': 'Ελληνικά Русский',
}

/** Texts whose order on the page differs from their order in writing. */
export const rightToLeft = ['שלום', 'مرحبا'] as const

/** A word longer than a page is wide, many times over. */
export const longWord = 'Ordetsomaldritarslutt'.repeat(240).slice(0, 5000)

/** Characters neither XML nor PDF/A may hold, with what stands there instead. */
export const forbidden: readonly (readonly [string, string])[] = [
  ['a\u0000b', 'a[U+0000]b'], ['a\u0002b', 'a[U+0002]b'], ['a\u001fb', 'a[U+001F]b'], ['a\ud800b', 'a[U+D800]b'], ['a\uffffb', 'a[U+FFFF]b'],
]
