import type { Permission } from '../site/permissions.ts'

export const roles = ['reporter', 'editor', 'publisher', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who may do what. Each role has what the one before it has, and more. */
const reporter: Permission[] = ['use-own-account', 'write-articles', 'manage-pictures']
const editor: Permission[] = [...reporter, 'edit-all-articles', 'review-articles', 'answer-readers']
const publisher: Permission[] = [...editor, 'publish-articles', 'publish-unreviewed', 'manage-categories']
const administrator: Permission[] = [...publisher, 'manage-agency', 'manage-staff', 'read-audit']

const permissionsOf: Record<Role, ReadonlySet<Permission>> = {
  reporter: new Set(reporter),
  editor: new Set(editor),
  publisher: new Set(publisher),
  administrator: new Set(administrator),
}

export const mayDo = (role: Role, permission: Permission): boolean => permissionsOf[role].has(permission)

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
