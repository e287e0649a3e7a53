import type { Config } from '../config.ts'
import { type Checked, checkedFields, type Finding } from './checked.ts'
import { type Check, readChecked } from './reading.ts'
import { abbreviations } from './rules/abbreviations.ts'
import { alternativeTexts } from './rules/alternative-texts.ts'
import { byline } from './rules/byline.ts'
import { credits } from './rules/credits.ts'
import { gambling } from './rules/gambling.ts'
import { headings } from './rules/headings.ts'
import { hiddenLinks } from './rules/hidden-links.ts'
import { knownPictures } from './rules/known-pictures.ts'
import { layers } from './rules/layers.ts'
import { leadLength } from './rules/lead-length.ts'
import { leftovers } from './rules/leftovers.ts'
import { linkTargets } from './rules/link-targets.ts'
import { linkTexts } from './rules/link-texts.ts'
import { longSentences } from './rules/long-sentences.ts'
import { misprints } from './rules/misprints.ts'
import { outsideLinks } from './rules/outside-links.ts'
import { personalData } from './rules/personal-data.ts'
import { pictureSizes } from './rules/picture-sizes.ts'
import { requiredFields } from './rules/required-fields.ts'
import { titleLength } from './rules/title-length.ts'
import { checksWords } from './words.ts'

const checks = {
  required: requiredFields,
  byline,
  titleLength,
  leadLength,
  layers,
  headings,
  leftovers,
  linkTargets,
  linkTexts,
  hiddenLinks,
  outsideLinks,
  gambling,
  knownPictures,
  alternativeTexts,
  credits,
  pictureSizes,
  personalData,
  misprints,
  abbreviations,
  longSentences,
} satisfies Record<string, Check>

export type CheckName = keyof typeof checks

export const checkNames = Object.keys(checks) as CheckName[]

/** What stands between an article and its readers, and what would make it better: blocking first, then as in the form. */
export function runChecks(article: Checked, language: Config['language']): Finding[] {
  const reading = readChecked(article)
  const words = checksWords[language]
  const findings = checkNames.flatMap((check) => checks[check](reading, words).map((remark) => ({ check, ...remark })))
  return findings.sort((a, b) => rankOf(a) - rankOf(b))
}

const rankOf = ({ severity, field }: Finding) =>
  (severity === 'blocks' ? 0 : checkedFields.length) + checkedFields.indexOf(field)
