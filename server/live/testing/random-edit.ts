import * as Y from 'yjs'

const words = ['språk', 'lek ', 'æøå', '🙂', ' ', 'a', 'b', 'tiltak', 'ŋđš', '\n']

// Editors never put the caret inside a surrogate pair; Yjs writes U+FFFD for both halves when somebody does.
function between (text: Y.Text | Y.XmlText, at: number): number {
  const code = text.toString().charCodeAt(at)
  return code >= 0xdc00 && code < 0xe000 ? at - 1 : at
}

function remove (text: Y.Text, from: number, length: number): void {
  const start = between(text, from)
  const end = between(text, Math.min(text.length, from + length))
  if (end > start) text.delete(start, end - start)
}

/** One edit as people make them: type, type on, delete, format, set a value, add or remove a block. */
export function randomEdit (doc: Y.Doc, random: () => number): void {
  const upTo = (n: number): number => Math.floor(random() * n)
  const word = words[upTo(words.length)] ?? 'x'
  const text = doc.getText('text')
  const xml = doc.getXmlFragment('xml')
  const map = doc.getMap('map')
  const kind = random()
  if (kind < 0.35) text.insert(text.length, word)
  else if (kind < 0.5) text.insert(between(text, upTo(text.length + 1)), word)
  else if (kind < 0.62) { if (text.length > 0) { remove(text, upTo(text.length), 1 + upTo(4)) } }
  else if (kind < 0.68) { if (text.length > 1) text.format(0, between(text, upTo(text.length)), { bold: random() < 0.5 ? {} : null }) }
  else if (kind < 0.78) map.set(`key${upTo(6)}`, [upTo(1e9), word, { deep: [null, true, -upTo(99), 1.5] }, [word]][upTo(4)])
  else if (kind < 0.82) map.delete(`key${upTo(6)}`)
  else if (kind < 0.9) {
    const block = new Y.XmlElement('paragraph')
    block.insert(0, [new Y.XmlText(word)])
    block.setAttribute('level', String(upTo(4)))
    xml.insert(upTo(xml.length + 1), [block])
  } else if (kind < 0.94) { if (xml.length > 0) xml.delete(upTo(xml.length), 1) } else if (xml.length > 0) {
    const block = xml.get(upTo(xml.length))
    const line = block instanceof Y.XmlElement ? block.get(0) : null
    if (line instanceof Y.XmlText) line.insert(between(line, upTo(line.length + 1)), word)
  }
}
