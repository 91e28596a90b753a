import nordland2024 from './nordland-2024.json' with { type: 'json' }
import troms2023 from './troms-2023.json' with { type: 'json' }
import type { Template } from './schema.ts'

// TypeScript reads `"kind": "text"` in JSON as any string. That each file really is a Template is proved by the test that
// runs `templateSchema` over it, so that the browser need not carry the schema's checker to show a form.
const fromData = (data: unknown): Template => data as Template

/** Every form that comes with the product; the newest version of each. The first is what a new behovsmelding is offered. */
export const templates: readonly Template[] = [fromData(nordland2024), fromData(troms2023)]

/** The template with that id in exactly that version, or null: a behovsmelding names both, and is never shown by another. */
export function templateOf (id: string, version: number): Template | null {
  return templates.find(template => template.id === id && template.version === version) ?? null
}

/** The newest version of the template with that id, or null. For what is made anew. */
export function templateById (id: string): Template | null {
  return templates.filter(template => template.id === id).toSorted((a, b) => b.version - a.version)[0] ?? null
}
