/** Who the portal belongs to. Shown on every page from this one place. */
export type Agency = {
  /** The authority above, such as `Tỉnh Gia Lai`; may be empty. */
  parent: string
  unit: string
  portalKind: string
  shortName: string
  /** One sentence for search engines. */
  description: string
  contactName: string
  address: string
  phone: string
  email: string
  fax: string
}

/** A page of another agency, in the footer. */
export type Link = { id: number; title: string; address: string }
