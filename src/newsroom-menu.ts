import { accountWords, type MenuEntry, staffListPath } from './accounts/index.ts'
import { agencyPath, agencyWords, linksPath } from './agency/index.ts'
import { announcementWords, receiversPath } from './announcements/index.ts'
import { auditPath, auditWords } from './audit/index.ts'
import { categoriesPath, categoryWords } from './categories/index.ts'
import type { Language } from './config.ts'
import { dashboardPath, dashboardWords } from './dashboard/index.ts'
import { documentsPath, documentWords } from './documents/index.ts'
import { libraryPath, mediaWords } from './media/index.ts'
import { articlesPath, newsdeskWords } from './newsdesk/index.ts'
import { reportsPath, reportWords } from './reader-reports/index.ts'
import { addressesPath, redirectWords } from './redirects/index.ts'
import { rulesPath, rulesWords } from './rules/index.ts'
import { searchWords, synonymsPath } from './search/index.ts'

/** Asked each time a menu is shown. */
type Wanted = { hasReports: () => Promise<boolean> }

/** What stands in the newsroom's menu, in this order, for those who may. */
export function newsroomMenu(language: Language, { hasReports }: Wanted): MenuEntry[] {
  const agency = agencyWords[language]
  return [
    {
      name: dashboardWords[language].title,
      path: dashboardPath,
      icon: 'home',
      permission: 'write-articles',
      startsGroup: false,
    },
    {
      name: newsdeskWords[language].listTitle,
      path: articlesPath,
      icon: 'article',
      permission: 'write-articles',
      startsGroup: false,
    },
    {
      name: reportWords[language].menuTitle,
      path: reportsPath,
      icon: 'alert',
      permission: 'answer-readers',
      startsGroup: false,
      isWanted: hasReports,
    },
    {
      name: mediaWords[language].title,
      path: libraryPath,
      icon: 'image',
      permission: 'manage-pictures',
      startsGroup: false,
    },
    {
      name: documentWords[language].title,
      path: documentsPath,
      icon: 'file',
      permission: 'manage-pictures',
      startsGroup: false,
    },
    {
      name: categoryWords[language].title,
      path: categoriesPath,
      icon: 'folder',
      permission: 'manage-categories',
      startsGroup: true,
    },
    {
      name: searchWords[language].synonymsTitle,
      path: synonymsPath,
      icon: 'search',
      permission: 'manage-categories',
      startsGroup: false,
    },
    {
      name: redirectWords[language].title,
      path: addressesPath,
      icon: 'link',
      permission: 'manage-categories',
      startsGroup: false,
    },
    { name: agency.agencyTitle, path: agencyPath, icon: 'gear', permission: 'manage-agency', startsGroup: true },
    { name: agency.linksTitle, path: linksPath, icon: 'link', permission: 'manage-agency', startsGroup: false },
    {
      name: rulesWords[language].title,
      path: rulesPath,
      icon: 'check',
      permission: 'manage-agency',
      startsGroup: false,
    },
    {
      name: announcementWords[language].title,
      path: receiversPath,
      icon: 'outside',
      permission: 'manage-agency',
      startsGroup: false,
    },
    {
      name: accountWords[language].staffTitle,
      path: staffListPath,
      icon: 'people',
      permission: 'manage-staff',
      startsGroup: false,
    },
    {
      name: auditWords[language].title,
      path: auditPath,
      icon: 'history',
      permission: 'read-audit',
      startsGroup: false,
    },
  ]
}
