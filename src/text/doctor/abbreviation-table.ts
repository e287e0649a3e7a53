/** What the abbreviations of offices stand for, written by hand. Those with two meanings (BTV, TT, TP) are not here. */
const table = `
  UBND Ủy ban nhân dân
  HĐND Hội đồng nhân dân
  UBMTTQ Ủy ban Mặt trận Tổ quốc
  UBMTTQVN Ủy ban Mặt trận Tổ quốc Việt Nam
  MTTQ Mặt trận Tổ quốc
  ĐBQH đại biểu Quốc hội
  BCĐ Ban Chỉ đạo
  BCH Ban Chấp hành
  UBKT Ủy ban Kiểm tra
  TAND Tòa án nhân dân
  VKSND Viện kiểm sát nhân dân
  LLVT lực lượng vũ trang
  NVQS nghĩa vụ quân sự
  ANTT an ninh trật tự
  TTATXH trật tự an toàn xã hội
  ATGT an toàn giao thông
  TTATGT trật tự an toàn giao thông
  GTVT giao thông vận tải
  GTNT giao thông nông thôn
  PCCC phòng cháy, chữa cháy
  PCTT phòng, chống thiên tai
  TKCN tìm kiếm cứu nạn
  GPMB giải phóng mặt bằng
  XDCB xây dựng cơ bản
  NSNN ngân sách nhà nước
  QLNN quản lý nhà nước
  CCHC cải cách hành chính
  TTHC thủ tục hành chính
  CNTT công nghệ thông tin
  CĐS chuyển đổi số
  CBCC cán bộ, công chức
  CBCCVC cán bộ, công chức, viên chức
  DTTS dân tộc thiểu số
  ĐBDTTS đồng bào dân tộc thiểu số
  NTM nông thôn mới
  PTNT phát triển nông thôn
  HTX hợp tác xã
  THT tổ hợp tác
  SXKD sản xuất, kinh doanh
  SXNN sản xuất nông nghiệp
  BVTV bảo vệ thực vật
  BVMT bảo vệ môi trường
  BHYT bảo hiểm y tế
  BHXH bảo hiểm xã hội
  BHTN bảo hiểm thất nghiệp
  NHCSXH Ngân hàng Chính sách xã hội
  CSXH chính sách xã hội
  LĐTBXH Lao động - Thương binh và Xã hội
  BTXH bảo trợ xã hội
  VSTBPN Vì sự tiến bộ phụ nữ
  LHPN Liên hiệp Phụ nữ
  CCB Cựu chiến binh
  TNXP thanh niên xung phong
  ATTP an toàn thực phẩm
  VSATTP vệ sinh an toàn thực phẩm
  VSMT vệ sinh môi trường
  KHHGĐ kế hoạch hóa gia đình
  CSSK chăm sóc sức khỏe
  THPT trung học phổ thông
  THCS trung học cơ sở
  GDTX giáo dục thường xuyên
  TDTT thể dục thể thao
  VHTT văn hóa, thông tin
  CSVC cơ sở vật chất
  HSSV học sinh, sinh viên
  TDP tổ dân phố
  GCNQSDĐ giấy chứng nhận quyền sử dụng đất
  QSDĐ quyền sử dụng đất
  TTXVN Thông tấn xã Việt Nam
`

const expansions = new Map(
  table
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]),
)

/** What the abbreviation stands for, null where the table does not say. */
export function expansionOf(abbreviation: string): string | null {
  return expansions.get(abbreviation) ?? null
}

// Read as words by now, or the heads of tables.
const selfEvident = new Set(
  `TP TX TT TW TƯ QH GS TS PGS BS KTS HCM VN VNĐ VND USD EUR STT ĐVT ĐT SĐT CMND CCCD QR OTP SMS SIM ATM PDF USB CSV RSS CD DVD TV
  VTV VOV HTV GPS IT AI ID IP PC LED UAV VIP FAQ HTML XML API URL GDP FDI ODA CPI WTO WHO WB ADB IMF UN EU UNESCO UNICEF
  UNDP FAO ILO ASEAN APEC FIFA SEA ISO HACCP OCOP HIV AIDS SARS COVID ADN DNA VNPT MB KB GB KW KWH MW HA KM
  CLB LHQ NXB`.split(/\s+/),
)

/** Whether everybody knows it: units, money, world organisations, Roman numerals. */
export function isSelfEvident(abbreviation: string): boolean {
  return selfEvident.has(abbreviation) || /^[IVX]+$/.test(abbreviation)
}
