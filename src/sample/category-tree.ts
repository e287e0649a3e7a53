import type { SampleCategory } from './sample.ts'

/** The part of the default tree that holds articles, for a district, in menu order. */
export const categoryTree: SampleCategory[] = [
  branch('gioi-thieu', 'Giới thiệu', 'Vùng đất, con người và bộ máy chính quyền huyện Đak Pơ.', [
    leaf('gioi-thieu-chung', 'Giới thiệu chung', 'Vị trí, đất đai, dân cư và đời sống của huyện Đak Pơ.'),
    leaf('lich-su-hinh-thanh', 'Lịch sử hình thành', 'Huyện Đak Pơ ra đời và lớn lên như thế nào.'),
    leaf(
      'chuc-nang-nhiem-vu',
      'Chức năng, nhiệm vụ',
      'Những việc Ủy ban nhân dân huyện được giao và chịu trách nhiệm.',
    ),
    leaf('co-cau-to-chuc', 'Cơ cấu tổ chức', 'Các phòng, ban, đơn vị của huyện và lĩnh vực từng nơi phụ trách.'),
    leaf(
      'thon-lang-to-dan-pho',
      'Thôn, làng, tổ dân phố',
      'Các xã, thị trấn cùng thôn, làng, tổ dân phố trên địa bàn.',
    ),
  ]),
  branch('tin-tuc', 'Tin tức', 'Tin trong huyện: việc chính quyền đang làm và đời sống ở các thôn, làng.', [
    leaf(
      'hoat-dong-cua-huyen',
      'Hoạt động của huyện',
      'Công việc, công trình và các cuộc làm việc của chính quyền huyện.',
    ),
    leaf(
      'chi-dao-dieu-hanh',
      'Chỉ đạo điều hành',
      'Nội dung chỉ đạo, điều hành của lãnh đạo huyện và kết quả thực hiện.',
    ),
    onHome(
      2,
      leaf('kinh-te', 'Kinh tế', 'Sản xuất, buôn bán, giá cả và việc làm ăn của người dân, hợp tác xã, doanh nghiệp.'),
    ),
    onHome(
      3,
      leaf('van-hoa-xa-hoi', 'Văn hóa - xã hội', 'Lễ hội, nếp sống, sách báo, thể thao và sinh hoạt cộng đồng.'),
    ),
    leaf('giao-duc', 'Giáo dục', 'Trường lớp, thầy cô, học sinh và việc học ở các xã, thị trấn.'),
    leaf('y-te', 'Y tế', 'Khám chữa bệnh, phòng bệnh và chăm sóc sức khỏe tại huyện và các trạm y tế.'),
    leaf(
      'nong-nghiep-nong-thon-moi',
      'Nông nghiệp, nông thôn mới',
      'Mùa vụ, chăn nuôi, thủy lợi và việc xây dựng nông thôn mới.',
    ),
    leaf(
      'lao-dong-thuong-binh-va-xa-hoi',
      'Lao động - thương binh và xã hội',
      'Việc làm, dạy nghề, người có công, giảm nghèo, trẻ em và bình đẳng giới.',
    ),
    leaf(
      'dan-toc-ton-giao',
      'Dân tộc - tôn giáo',
      'Đời sống, tiếng nói, phong tục của đồng bào các dân tộc và sinh hoạt tôn giáo.',
    ),
    leaf(
      'quoc-phong-an-ninh',
      'Quốc phòng - an ninh',
      'Giữ gìn an ninh, trật tự và nhiệm vụ quân sự, quốc phòng ở địa phương.',
    ),
    leaf(
      'xay-dung-dang-mat-tran-doan-the',
      'Xây dựng Đảng, mặt trận, đoàn thể',
      'Công tác Đảng, hoạt động của Mặt trận Tổ quốc và các đoàn thể.',
    ),
    onHome(
      4,
      leaf(
        'cai-cach-hanh-chinh-chuyen-doi-so',
        'Cải cách hành chính',
        'Làm thủ tục nhanh hơn, ít giấy tờ hơn, và đưa việc của chính quyền lên môi trường số.',
      ),
    ),
    leaf(
      'guong-nguoi-tot-viec-tot',
      'Gương người tốt, việc tốt',
      'Những con người, việc làm đẹp ở thôn, làng, trường học, cơ quan.',
    ),
  ]),
  onHome(
    1,
    branch('thong-bao', 'Thông báo', 'Những điều người dân cần biết và thời hạn cần nhớ.', [
      leaf('tuyen-dung', 'Tuyển dụng', 'Vị trí cần người, điều kiện, hồ sơ và thời hạn nộp.'),
      leaf('dau-gia-dau-thau', 'Đấu giá - đấu thầu', 'Thông tin mời chào giá, đấu giá tài sản và lựa chọn nhà thầu.'),
      leaf(
        'dat-dai-niem-yet',
        'Đất đai - niêm yết',
        'Danh sách, hồ sơ đất đai được niêm yết để người dân xem và góp ý.',
      ),
      leaf(
        'thien-tai-dich-benh',
        'Thiên tai - dịch bệnh',
        'Tin phòng tránh thiên tai và phòng dịch cho người, cây trồng, vật nuôi.',
      ),
    ]),
  ),
  branch('cong-khai', 'Công khai', 'Số liệu và tài liệu chính quyền công khai để người dân theo dõi.', [
    leaf('ngan-sach', 'Ngân sách', 'Dự toán, tình hình thực hiện và quyết toán ngân sách.'),
    leaf(
      'quy-hoach-ke-hoach',
      'Quy hoạch, kế hoạch',
      'Quy hoạch, kế hoạch sử dụng đất và kế hoạch phát triển của huyện.',
    ),
  ]),
  leaf(
    'tuyen-truyen',
    'Tuyên truyền, phổ biến pháp luật',
    'Quy định của pháp luật được kể lại ngắn gọn, dễ hiểu, kèm việc cần làm.',
  ),
]

function branch(slug: string, name: string, description: string, children: SampleCategory[]): SampleCategory {
  return { slug, name, description, homePosition: null, children }
}

function leaf(slug: string, name: string, description: string): SampleCategory {
  return branch(slug, name, description, [])
}

function onHome(homePosition: number, category: SampleCategory): SampleCategory {
  return { ...category, homePosition }
}
