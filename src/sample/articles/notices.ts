import type { SampleArticle } from '../sample.ts'

/** A notice asks people to do something, so each one says that nobody has to. */
const sampleOnly = '_Thông báo mẫu để minh họa, không dùng làm căn cứ thực hiện._'

export const noticeArticles: SampleArticle[] = [
  {
    title: 'Tạm ngừng cấp nước tổ dân phố 1 và 2 để sửa đường ống, sáng Chủ nhật',
    lead: 'Nước ngừng từ 7 giờ đến 11 giờ sáng Chủ nhật tuần này. Bà con nên trữ nước từ tối thứ Bảy.',
    body: `Đơn vị cấp nước thay đoạn ống cũ ở đầu đường chính của thị trấn Đak Pơ. Các tổ dân phố khác vẫn có nước, áp lực có thể yếu hơn thường ngày.

Khi có nước trở lại, xin mở vòi xả chừng hai phút cho hết cặn rồi mới dùng để ăn uống. Hộ có người ốm, người già cần giúp trữ nước thì báo tổ trưởng tổ dân phố.

Nếu trời mưa lớn, việc sửa chữa dời sang Chủ nhật tuần sau và loa truyền thanh sẽ báo lại.

${sampleOnly}`,
    category: 'thong-bao',
    author: null,
    unit: 'Văn phòng HĐND và UBND huyện',
    source: null,
    tags: ['cấp nước', 'thị trấn Đak Pơ'],
    posted: { daysAgo: 0, at: '05:40' },
    cover: null,
  },
  {
    title: 'Niêm yết danh sách hộ đề nghị cấp giấy chứng nhận quyền sử dụng đất đợt 1',
    lead: 'Danh sách được dán tại trụ sở Ủy ban nhân dân (UBND) xã và nhà sinh hoạt chung của thôn trong mười lăm ngày để người dân xem và góp ý.',
    body: `Mỗi dòng ghi số thửa, diện tích và nguồn gốc đất theo hồ sơ đã nộp. Người đứng tên, người giáp ranh và bất kỳ ai có liên quan đều có thể xem.

## Nếu thấy chưa đúng

1. Viết ý kiến vào sổ để cạnh bảng niêm yết, hoặc gửi đơn tại Bộ phận một cửa của xã.
2. Ghi rõ thửa đất, điều chưa đúng và cách liên lạc.
3. Giữ lại phiếu nhận; xã trả lời bằng văn bản.

Hết thời gian niêm yết, UBND xã lập biên bản kết thúc và chuyển hồ sơ lên cấp trên.

${sampleOnly}`,
    category: 'thong-bao/dat-dai-niem-yet',
    author: null,
    unit: 'Phòng Tài nguyên và Môi trường huyện',
    source: null,
    tags: ['đất đai', 'niêm yết'],
    posted: { daysAgo: 1, at: '08:30' },
    cover: null,
  },
  {
    title: 'Mời chào giá cung cấp giá sách, bàn đọc cho thư viện huyện',
    lead: 'Thư viện huyện mời các cơ sở mộc trên địa bàn gửi báo giá, kèm ảnh hoặc bản vẽ sản phẩm đã làm.',
    body: `| Tên hàng | Số lượng | Yêu cầu chính |
| --- | --- | --- |
| Giá sách hai mặt | 8 cái | Cao không quá 1,6 mét, năm tầng |
| Giá sách thấp cho thiếu nhi | 4 cái | Cao 0,9 mét, cạnh bo tròn |
| Bàn đọc sáu chỗ | 5 cái | Mặt gỗ, có gờ chắn bút |
| Ghế tựa | 30 cái | Chắc, nhẹ, xếp chồng được |

Báo giá ghi cả tiền vận chuyển, lắp đặt và thời gian bảo hành. Hồ sơ để trong phong bì dán kín, nộp tại thư viện trong giờ hành chính, trong vòng mười ngày.

Cơ sở nào muốn xem chỗ đặt trước khi làm giá thì hẹn thủ thư vào buổi chiều.

${sampleOnly}`,
    category: 'thong-bao/dau-gia-dau-thau',
    author: null,
    unit: 'Phòng Tài chính - Kế hoạch huyện',
    source: null,
    tags: ['chào giá', 'thư viện'],
    posted: { daysAgo: 3, at: '08:00' },
    cover: null,
  },
  {
    title: 'Lịch tiêm phòng đàn bò đợt 1 theo từng làng',
    lead: 'Thú y viên đến tận làng tiêm từ 6 giờ 30 sáng, trước giờ bà con lùa bò ra đồng. Lịch dưới đây chia theo xã, trưởng thôn báo giờ của từng làng.',
    body: `| Ngày | Địa bàn | Nơi tập trung |
| --- | --- | --- |
| Thứ Hai | Thị trấn Đak Pơ, xã Tân An | Sân kho hợp tác xã |
| Thứ Ba | Xã Cư An | Bãi đất sau nhà văn hóa |
| Thứ Tư | Xã Phú An | Bãi cân mía |
| Thứ Năm | Xã Hà Tam | Sân bóng thôn |
| Thứ Sáu | Xã An Thành | Đầu làng, cạnh giếng nước |
| Thứ Bảy | Xã Yang Bắc, xã Ya Hội | Sân nhà rông từng làng |

## Trước và sau khi tiêm

- Buộc bò chắc, cho uống nước, chưa cho ăn no.
- Báo thú y viên con nào đang ốm, mới đẻ hoặc sắp đẻ.
- Sau khi tiêm, để bò nghỉ trong bóng râm một buổi.

Bò bỏ ăn quá một ngày sau khi tiêm thì gọi lại thú y viên của xã.

${sampleOnly}`,
    category: 'thong-bao/thien-tai-dich-benh',
    author: null,
    unit: 'Trạm Chăn nuôi và Thú y huyện',
    source: null,
    tags: ['tiêm phòng', 'chăn nuôi'],
    posted: { daysAgo: 4, at: '14:30' },
    cover: null,
  },
  {
    title: 'Tìm hai cộng tác viên cho tuyến thư viện lưu động',
    lead: 'Công việc bốn buổi mỗi tháng: chuẩn bị sách, đi cùng xe đến điểm trường và hướng dẫn các em mượn, trả.',
    body: `## Điều kiện

- Đủ 18 tuổi, yêu sách, kiên nhẫn với trẻ nhỏ.
- Biết tiếng Bahnar là một lợi thế.
- Đi được đường xa, có sức khỏe khiêng thùng sách.

## Cách đăng ký

Viết một lá thư ngắn kể về cuốn sách mình thích và lý do muốn tham gia, để lại tên và cách liên lạc, gửi đến thư viện huyện hoặc qua trang [Liên hệ, góp ý](/lien-he). Thư viện hẹn gặp từng người vào chiều thứ Sáu.

Cộng tác viên được hỗ trợ tiền ăn và tiền xăng theo buổi.

> [!IMPORTANT]
> Người nộp thư không phải trả bất cứ khoản phí nào. Ai đòi tiền để được nhận là lừa đảo, xin báo ngay cho thư viện.

${sampleOnly}`,
    category: 'thong-bao/tuyen-dung',
    author: null,
    unit: 'Trung tâm Văn hóa - Thông tin và Thể thao huyện',
    source: null,
    tags: ['tuyển dụng', 'thư viện'],
    posted: { daysAgo: 15, at: '09:45' },
    cover: null,
  },
]
