/** What a staff route may demand. Which role holds which stands in `accounts/roles.ts`. */
export const permissions = [
  'use-own-account',
  'write-articles',
  'edit-all-articles',
  'review-articles',
  'publish-articles',
  'publish-unreviewed',
  'answer-readers',
  'manage-pictures',
  'manage-categories',
  'manage-agency',
  'manage-staff',
  'read-audit',
] as const

export type Permission = (typeof permissions)[number]
