/** The district of the seed article; a new portal shows it until its own office writes over it. */
export const sampleAgency = {
  parent: 'Tỉnh Gia Lai',
  unit: 'Ủy ban nhân dân huyện Đak Pơ',
  portalKind: 'Cổng thông tin điện tử',
  shortName: 'UBND huyện Đak Pơ',
  contactName: 'UBND huyện Đak Pơ tỉnh Gia Lai',
  address: 'Tổ dân phố 2, thị trấn Đak Pơ, huyện Đak Pơ, tỉnh Gia Lai',
  phone: '(0269) 3 738 275',
  email: 'ubnddakpo@gialai.gov.vn',
  fax: '(0269) 3 738 275',
  description: 'Tin tức, thông báo, văn bản và lịch công tác của Ủy ban nhân dân huyện Đak Pơ, tỉnh Gia Lai.',
}

export const sampleLinks: { title: string; address: string }[] = [
  { title: 'Cổng thông tin điện tử tỉnh Gia Lai', address: 'https://gialai.gov.vn' },
  { title: 'Cổng Dịch vụ công quốc gia', address: 'https://dichvucong.gov.vn' },
  { title: 'Cơ sở dữ liệu quốc gia về văn bản pháp luật', address: 'https://vbpl.vn' },
  { title: 'Cổng thông tin điện tử Chính phủ', address: 'https://chinhphu.vn' },
]
