import type { SampleArticle } from '../sample.ts'

/** What the office lays open, and the right to ask for it. */
export const publicRecordArticles: SampleArticle[] = [
  {
    title: 'Cách đọc bảng công khai ngân sách trong năm phút',
    lead: 'Bảng công khai có nhiều cột, nhưng chỉ cần nhìn ba chỗ là hiểu tiền đến từ đâu và dùng vào việc gì.',
    body: `Nhìn chỗ thứ nhất: **tổng thu**, gồm tiền thu trên địa bàn và tiền cấp trên bổ sung. Chỗ thứ hai: **tổng chi**, chia cho từng lĩnh vực. Chỗ thứ ba: cột **so với dự toán**, cho biết đã làm được bao nhiêu phần trăm.

Bảng dưới đây là ví dụ với một trăm đồng chi tiêu:

| Lĩnh vực | Phần trong 100 đồng |
| --- | --- |
| Giáo dục | 45 |
| Đường, cầu, thủy lợi | 20 |
| Bộ máy hành chính | 18 |
| Xã hội, y tế, văn hóa | 12 |
| Dự phòng | 5 |

Con số tăng hay giảm nhiều đều phải có lời giải thích đi kèm. Bà con đọc mà chưa rõ có thể hỏi tại buổi tiếp công dân hoặc qua trang [Liên hệ, góp ý](/lien-he).

_Số liệu trong bảng là ví dụ để hướng dẫn cách đọc, không phải ngân sách của huyện._`,
    category: 'cong-khai/ngan-sach',
    author: null,
    unit: 'Phòng Tài chính - Kế hoạch huyện',
    source: null,
    tags: ['ngân sách', 'công khai'],
    posted: { daysAgo: 33, at: '10:00' },
    cover: null,
  },
  {
    title: 'Trưng bày bản đồ kế hoạch sử dụng đất để người dân xem và hỏi',
    lead: 'Bản đồ khổ lớn treo ở nhà văn hóa thị trấn trong một tháng, có cán bộ giải thích vào sáng thứ Ba và sáng thứ Năm.',
    body: `Bản đồ tô màu theo loại đất, in kèm tên thôn, làng, suối và những con đường quen thuộc, để ai cũng tìm được nhà mình. Bên cạnh là bảng giải nghĩa các màu bằng chữ to.

Người xem có thể dán tờ giấy ghi ý kiến ngay vào chỗ muốn nói. Cuối mỗi tuần, cán bộ chụp lại bản đồ, gom ý kiến theo từng xã và trả lời ở bảng kế bên.

Sau khi trưng bày ở thị trấn, bản đồ được đưa về các xã, mỗi xã ba ngày.

_Nội dung minh họa, không thay cho hồ sơ quy hoạch, kế hoạch đã công bố._`,
    category: 'cong-khai/quy-hoach-ke-hoach',
    author: null,
    unit: 'Phòng Tài nguyên và Môi trường huyện',
    source: null,
    tags: ['đất đai', 'quy hoạch', 'lấy ý kiến', 'công khai'],
    posted: { daysAgo: 52, at: '08:20' },
    cover: 'duong-lien-xa',
  },
  {
    title: 'Quyền được cung cấp thông tin: hỏi gì, hỏi ở đâu',
    lead: 'Luật Tiếp cận thông tin cho phép công dân xem và yêu cầu cơ quan nhà nước cung cấp thông tin do cơ quan ấy tạo ra. Bài này nói cách làm từng bước.',
    body: `Nhiều thông tin đã được đăng sẵn, như ngân sách, quy hoạch, thủ tục hành chính. Vì vậy nên tìm trên cổng trước; tìm không thấy thì mới cần gửi yêu cầu.

## Ba cách gửi yêu cầu

- Đến trụ sở và nói trực tiếp, cán bộ giúp điền phiếu.
- Gửi qua bưu điện.
- Gửi qua thư điện tử hoặc trang [Liên hệ, góp ý](/lien-he).

## Trong phiếu ghi gì

Họ tên, nơi cư trú, giấy tờ tùy thân và cách liên lạc; thông tin cần biết; muốn nhận bằng giấy hay bản điện tử; lý do, mục đích yêu cầu. Viết chưa rõ thì cán bộ phải hướng dẫn để viết lại.

Có những thông tin không được cung cấp hoặc chỉ cung cấp khi đủ điều kiện, như bí mật nhà nước hay đời sống riêng của người khác. Khi từ chối, cơ quan phải nêu rõ lý do bằng văn bản.`,
    category: 'tuyen-truyen',
    author: 'Trần Minh Châu',
    unit: 'Văn phòng HĐND và UBND huyện',
    source: null,
    tags: ['tiếp cận thông tin', 'pháp luật', 'công khai'],
    posted: { daysAgo: 20, at: '15:30' },
    cover: null,
  },
]
