import type { ReportKind } from './cleaning/report.ts'

/**
 * What this folder says, as the page hands it over. `{count}`, `{name}`, `{things}` and others stand for what is filled in; the
 * wording itself is in `src/newsdesk/paste-words.ts`.
 */
export type PasteWording = {
  left: string
  made: string
  takeBack: string
  kinds: Record<ReportKind, string>
  legacy: string
  encodings: Record<'tcvn3' | 'vni', string>
  converted: string
  sending: string
  arrived: string
  holding: string
  failed: string
  onlyPictures: string
  notInSource: string
}

export const filled = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
