import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import type { AgencyBlock, Crumbs, PublicPage } from '../site/layout.ts'
import { telephoneLink } from '../text/phone.ts'
import type { Agency, Link } from './agency.ts'
import { agencyPath, contactPath, linksPath } from './paths.ts'
import type { AgencyWords } from './words.ts'

export const agencyBlock = (agency: Agency): AgencyBlock => ({ ...agency, phoneLink: telephoneLink(agency.phone) })

export type ContactPage = PublicPage & { crumbs: Crumbs; title: string; intro: string }

export function contactPage(agency: Agency, words: AgencyWords): ContactPage {
  return {
    head: {
      title: words.contactTitle,
      description: words.contactDescription(agency.contactName),
      path: contactPath,
      kind: 'website',
      picture: null,
    },
    reads: [],
    place: contactPath,
    crumbs: { above: [], here: words.contactTitle, shortened: words.contactTitle },
    title: words.contactTitle,
    intro: words.contactIntro,
  }
}

/** A form of one column: the agency, the links. */
export type SettingsPage = {
  title: string
  intro: string
  action: string
  save: string
  fields: Field[]
  summary: IssueSummary
  notice: Notice
}

type FormState = { issues: Issue[]; isSaved: boolean; words: AgencyWords; toFix: (count: number) => string }

export function agencySettingsPage(agency: Agency, { issues, isSaved, words, toFix }: FormState): SettingsPage {
  const line = (name: keyof Agency, help: string | null = null, control: Field['control'] = 'text') =>
    field({ name, label: words[name], value: agency[name], help, control }, issues)
  return {
    title: words.agencyTitle,
    intro: words.agencyIntro,
    action: agencyPath,
    save: words.save,
    fields: [
      line('parent', words.parentHelp),
      line('unit'),
      line('shortName', words.shortNameHelp),
      line('portalKind'),
      line('description', words.descriptionHelp, 'textarea'),
      line('contactName'),
      line('address'),
      line('phone', null, 'tel'),
      line('email', null, 'email'),
      line('fax', null, 'tel'),
    ],
    summary: issueSummary(issues, toFix),
    notice: isSaved ? { kind: 'ok', text: words.saved } : null,
  }
}

export function linksSettingsPage(text: string, { issues, isSaved, words, toFix }: FormState): SettingsPage {
  return {
    title: words.linksTitle,
    intro: words.linksIntro,
    action: linksPath,
    save: words.saveLinks,
    fields: [
      field(
        { name: 'links', label: words.links, value: text, help: words.linksHelp, control: 'textarea', rows: 10 },
        issues,
      ),
    ],
    summary: issueSummary(issues, toFix),
    notice: isSaved ? { kind: 'ok', text: words.savedLinks } : null,
  }
}

export const linksText = (links: Link[]) => links.map(({ title, address }) => `${title} | ${address}`).join('\n')
