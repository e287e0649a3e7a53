import type { SampleArticle } from '../sample.ts'

export const agricultureArticles: SampleArticle[] = [
  {
    title: 'Nông dân Tân An xuống giống 320 ha rau vụ Đông Xuân',
    lead: 'Nước ở kênh còn đủ, trời mát, nên rau bén rễ nhanh. Xã khuyên bà con trồng rải vụ để khỏi dồn hàng vào một tuần.',
    body: `Đến nay các thôn của Tân An đã xuống giống gần hết diện tích. Phần còn lại nằm ở chân ruộng cao, chờ bơm nước đợt cuối.

| Loại rau | Diện tích (ha) |
| --- | --- |
| Bắp cải | 90 |
| Rau ăn lá | 75 |
| Cà chua | 60 |
| Đậu cô ve | 50 |
| Dưa leo | 45 |
| Cộng | 320 |

Mấy vụ trước, bắp cải hay dồn về chợ cùng một lúc rồi rớt giá. Vụ này xã chia lịch theo từng cánh đồng, mỗi nơi cách nhau khoảng mười ngày; hộ nào cũng được phát một tờ lịch để treo trong bếp.

Cán bộ khuyến nông hẹn thăm đồng vào sáng thứ Tư hằng tuần. Bà con thấy sâu lạ, lá héo bất thường thì hái vài lá, bỏ vào túi kín và mang theo để cùng xem.`,
    category: 'tin-tuc/nong-nghiep-nong-thon-moi',
    author: 'Rơ Châm Thủy',
    unit: 'Trung tâm Văn hóa - Thông tin và Thể thao huyện',
    source: null,
    tags: ['rau', 'vụ Đông Xuân', 'Tân An'],
    posted: { daysAgo: 1, at: '10:20' },
    cover: 'ruong-rau',
  },
]
