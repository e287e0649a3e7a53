import type { SampleArticle } from '../sample.ts'

/** What the district government does and how it steers. */
export const districtArticles: SampleArticle[] = [
  {
    title: 'Khởi công đường bê tông liên thôn dài 2,4 km ở xã Hà Tam',
    lead: 'Tuyến đường nối hai thôn với trường tiểu học và điểm thu mua nông sản, dự kiến đưa vào sử dụng trước mùa mưa.',
    body: `Đường cũ là đường đất, mùa khô bụi, mùa mưa lầy. Học sinh phải dắt xe qua một đoạn trũng dài gần hai trăm mét, còn xe chở mía thường phải vòng đường xa hơn.

Mặt đường mới rộng 3,5 mét, hai bên có lề đất và rãnh thoát nước. Nhà nước hỗ trợ xi măng, đá, cát; người dân góp ngày công và cử tổ giám sát gồm năm người, trong đó có hai phụ nữ. Mười một hộ tự nguyện dời hàng rào để đường được thẳng.

> “Đường đi ngang nhà mình, con mình đi học trên đó, nên dời cái hàng rào cũng là làm cho mình”, một người dân trong tổ giám sát nói.

Trong thời gian thi công, xe tải đi theo đường tạm phía tây. Ủy ban nhân dân (UBND) xã Hà Tam đặt biển báo ở hai đầu và nhận ý kiến của bà con vào sáng thứ Năm hằng tuần.`,
    category: 'tin-tuc/hoat-dong-cua-huyen',
    author: 'Đinh Văn Lâm',
    unit: 'Trung tâm Văn hóa - Thông tin và Thể thao huyện',
    source: null,
    tags: ['đường nông thôn', 'Hà Tam'],
    posted: { daysAgo: 0, at: '05:30' },
    cover: 'duong-lien-xa',
  },
  {
    title: 'Vào cao điểm mùa khô, mỗi xã tự kiểm tra chốt canh lửa và đường băng cản lửa',
    lead: 'Tại cuộc họp trực tuyến, lãnh đạo huyện đề nghị các xã, thị trấn kiểm tra tại chỗ thay vì chỉ báo cáo trên giấy, ưu tiên những khu rừng gần nương rẫy.',
    body: `Theo tổng hợp tại cuộc họp, phần lớn các chốt canh đã có người trực và dụng cụ. Điều còn thiếu là nước dự trữ ở những chốt xa suối và sóng điện thoại ở vài điểm khuất núi.

![](anh:hoi-nghi)

## Bốn việc được nhắc lại

1. Đi hết đường băng cản lửa, phát dọn chỗ cỏ đã mọc lại.
2. Chuẩn bị bình nước, bàn dập, đèn pin ở từng chốt và ghi tên người giữ.
3. Báo cho nhau trước khi dọn rẫy, có người canh đến khi than nguội.
4. Thấy khói thì gọi ngay cho trưởng thôn hoặc kiểm lâm địa bàn, không chờ nhìn rõ lửa.

Các xã gửi lại ảnh chụp chốt canh và danh sách người trực để Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện tổng hợp. Kết quả kiểm tra sẽ được đọc trên hệ thống truyền thanh bằng tiếng Việt và tiếng Bahnar.`,
    category: 'tin-tuc/chi-dao-dieu-hanh',
    author: 'Trần Minh Châu',
    unit: 'Văn phòng HĐND và UBND huyện',
    source: null,
    tags: ['phòng cháy rừng', 'mùa khô'],
    posted: { daysAgo: 0, at: '07:20' },
    cover: 'rung-kho',
  },
]
