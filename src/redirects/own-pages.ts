/** Pages of the portal that stand in no table. */
export type OwnPages = {
  /** Such as the contact page. */
  paths: readonly string[]
  /** Below which pages lie that nobody lists, such as the days of the archive. */
  folders: readonly string[]
}
