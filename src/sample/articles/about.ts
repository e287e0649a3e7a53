import type { SampleArticle } from '../sample.ts'

const unit = 'Văn phòng HĐND và UBND huyện'

export const aboutArticles: SampleArticle[] = [
  {
    title: 'Giới thiệu chung về huyện Đak Pơ',
    lead: 'Đak Pơ nằm ở phía đông tỉnh Gia Lai, dọc quốc lộ 19, nơi cao nguyên thấp dần về phía duyên hải.',
    body: `Huyện có thị trấn Đak Pơ và bảy xã: An Thành, Cư An, Hà Tam, Phú An, Tân An, Ya Hội và Yang Bắc. Người Kinh, người Bahnar và nhiều dân tộc anh em cùng sinh sống, làm ăn trên địa bàn.

## Đất và người

Đồi thấp xen với thung lũng, một năm chia rõ hai mùa mưa và khô. Cây mía, cây rau, cây ớt và đàn bò là nguồn thu chính của nhiều gia đình. Ở các làng Bahnar, nhà rông vẫn là nơi họp làng, đón khách và mở hội.

## Đường đến trung tâm huyện

Trung tâm huyện đặt tại thị trấn Đak Pơ, ngay bên quốc lộ 19. Từ đây, đi về phía tây là đến thành phố Pleiku; đi về phía đông, qua thị xã An Khê, là xuống đèo về đồng bằng.

Địa chỉ và số điện thoại của cơ quan có ở trang [Liên hệ, góp ý](/lien-he).`,
    category: 'gioi-thieu/gioi-thieu-chung',
    author: null,
    unit,
    source: null,
    tags: ['giới thiệu', 'Đak Pơ'],
    posted: { daysAgo: 320, at: '08:00' },
    cover: 'cao-nguyen',
  },
  {
    title: 'Lịch sử hình thành huyện Đak Pơ',
    lead: 'Huyện Đak Pơ được thành lập khi huyện An Khê cũ chia thành hai đơn vị hành chính: thị xã An Khê và huyện Đak Pơ.',
    body: `Trong tiếng Bahnar, “đak” nghĩa là nước. Tên của nhiều con suối, ngôi làng trong vùng bắt đầu bằng chữ ấy, và tên huyện cũng vậy.

Bên quốc lộ 19 có Di tích lịch sử Chiến thắng Đak Pơ. Đây là nơi các trường trong huyện thường đưa học sinh đến dâng hương, làm sạch khuôn viên và học bài lịch sử địa phương ngay trên mảnh đất của mình.

Từ một vùng sống chủ yếu nhờ rẫy, người dân Đak Pơ mở dần vùng mía, vùng rau, nối đường về từng thôn, làng, đưa con em đến lớp đông hơn mỗi năm.

Trang này còn được bổ sung. Bạn đọc có ảnh cũ, giấy tờ cũ hoặc lời kể của người cao tuổi về vùng đất này, xin gửi qua trang [Liên hệ, góp ý](/lien-he).`,
    category: 'gioi-thieu/lich-su-hinh-thanh',
    author: null,
    unit,
    source: null,
    tags: ['giới thiệu', 'lịch sử địa phương'],
    posted: { daysAgo: 318, at: '09:15' },
    cover: null,
  },
  {
    title: 'Chức năng, nhiệm vụ của Ủy ban nhân dân huyện',
    lead: 'Ủy ban nhân dân (UBND) huyện là cơ quan chấp hành của Hội đồng nhân dân (HĐND) huyện và là cơ quan hành chính nhà nước ở địa phương.',
    body: `UBND huyện chịu trách nhiệm trước nhân dân địa phương, HĐND huyện và cơ quan hành chính nhà nước cấp trên về mọi mặt công tác được giao.

## Những việc chính

- Tổ chức thi hành Hiến pháp, pháp luật và nghị quyết của HĐND huyện trên địa bàn.
- Xây dựng kế hoạch phát triển kinh tế - xã hội, lập dự toán và điều hành ngân sách huyện.
- Quản lý đất đai, xây dựng, giao thông, thủy lợi, nông nghiệp, tài nguyên và môi trường.
- Chăm lo giáo dục, y tế, văn hóa, việc làm, giảm nghèo và chính sách với người có công.
- Bảo đảm quốc phòng, an ninh, trật tự; tiếp công dân, giải quyết khiếu nại, tố cáo.
- Hướng dẫn, kiểm tra công việc của UBND các xã, thị trấn.

## Người dân liên hệ khi nào

Thủ tục thông thường nộp tại Bộ phận một cửa của huyện hoặc của xã, thị trấn. Khi chưa rõ việc của mình thuộc nơi nào, xin gọi (0269) 3 738 275 hoặc viết qua trang [Liên hệ, góp ý](/lien-he).`,
    category: 'gioi-thieu/chuc-nang-nhiem-vu',
    author: null,
    unit,
    source: null,
    tags: ['giới thiệu', 'chức năng nhiệm vụ'],
    posted: { daysAgo: 316, at: '14:00' },
    cover: null,
  },
  {
    title: 'Cơ cấu tổ chức của Ủy ban nhân dân huyện',
    lead: 'Mỗi phòng, ban giúp Ủy ban nhân dân (UBND) huyện quản lý một số lĩnh vực; bảng dưới đây cho biết nên tìm nơi nào khi có việc.',
    body: `UBND huyện gồm Chủ tịch, các Phó Chủ tịch và các Ủy viên. Giúp việc cho UBND huyện là các cơ quan chuyên môn và đơn vị sự nghiệp.

| Cơ quan | Lĩnh vực chính |
| --- | --- |
| Văn phòng Hội đồng nhân dân và UBND | Tổng hợp, tiếp công dân, Bộ phận một cửa |
| Phòng Nội vụ | Tổ chức, cán bộ, thi đua, tôn giáo |
| Phòng Tư pháp | Hộ tịch, chứng thực, phổ biến pháp luật |
| Phòng Tài chính - Kế hoạch | Ngân sách, đăng ký hộ kinh doanh |
| Phòng Kinh tế và Hạ tầng | Giao thông, xây dựng, điện, chợ |
| Phòng Tài nguyên và Môi trường | Đất đai, nước, rác thải |
| Phòng Nông nghiệp và Phát triển nông thôn | Mùa vụ, thủy lợi, nông thôn mới |
| Phòng Lao động - Thương binh và Xã hội | Việc làm, người có công, giảm nghèo, trẻ em |
| Phòng Giáo dục và Đào tạo | Trường lớp, giáo viên, học sinh |
| Phòng Văn hóa và Thông tin | Lễ hội, thư viện, báo chí, công nghệ thông tin |
| Phòng Dân tộc | Chính sách với đồng bào dân tộc thiểu số |
| Thanh tra huyện | Thanh tra, khiếu nại, tố cáo |

Các đơn vị sự nghiệp gồm trường học, Trung tâm Văn hóa - Thông tin và Thể thao, thư viện và một số đơn vị khác.`,
    category: 'gioi-thieu/co-cau-to-chuc',
    author: null,
    unit,
    source: null,
    tags: ['giới thiệu', 'cơ cấu tổ chức'],
    posted: { daysAgo: 315, at: '10:30' },
    cover: null,
  },
  {
    title: 'Thôn, làng, tổ dân phố: tên gọi và nơi sinh hoạt chung',
    lead: 'Bảy xã và thị trấn chia thành các thôn, làng, tổ dân phố. Đây là nơi bà con họp bàn, bầu người đại diện và cùng giữ nếp sống chung.',
    body: `| Nơi ở | Tên gọi | Người đại diện | Nơi sinh hoạt chung |
| --- | --- | --- | --- |
| Xã, nơi đông người Kinh | Thôn | Trưởng thôn | Nhà văn hóa thôn |
| Xã, nơi đông người Bahnar | Làng | Trưởng thôn, cùng già làng | Nhà rông, nhà sinh hoạt cộng đồng |
| Thị trấn | Tổ dân phố | Tổ trưởng | Nhà văn hóa tổ dân phố |

Trưởng thôn, tổ trưởng tổ dân phố do người dân bầu. Già làng là người được làng kính trọng, thường đứng ra hòa giải, giữ phong tục và khuyên bảo lớp trẻ.

Việc nào bàn trước ở thôn, làng thì xã sẽ gửi tài liệu về nơi sinh hoạt chung để mọi người xem. Bà con muốn góp ý mà không dự họp được có thể viết qua trang [Liên hệ, góp ý](/lien-he).`,
    category: 'gioi-thieu/thon-lang-to-dan-pho',
    author: null,
    unit,
    source: null,
    tags: ['giới thiệu', 'thôn làng'],
    posted: { daysAgo: 240, at: '15:45' },
    cover: 'nha-rong',
  },
]
