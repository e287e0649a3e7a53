import { accountWords, type MenuEntry, staffListPath } from './accounts/index.ts'
import { agencyPath, agencyWords, linksPath } from './agency/index.ts'
import { auditPath, auditWords } from './audit/index.ts'
import type { Language } from './config.ts'

/** What stands in the newsroom's menu, in this order, for those who may. */
export function newsroomMenu(language: Language): MenuEntry[] {
  const agency = agencyWords[language]
  return [
    { name: agency.agencyTitle, path: agencyPath, icon: 'gear', permission: 'manage-agency', startsGroup: true },
    { name: agency.linksTitle, path: linksPath, icon: 'link', permission: 'manage-agency', startsGroup: false },
    { name: accountWords[language].staffTitle, path: staffListPath, icon: 'people', permission: 'manage-staff', startsGroup: false },
    { name: auditWords[language].title, path: auditPath, icon: 'history', permission: 'read-audit', startsGroup: false },
  ]
}
