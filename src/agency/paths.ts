export const contactPath = '/lien-he'
export const agencyPath = '/quan-tri/co-quan'
export const linksPath = '/quan-tri/lien-ket'
