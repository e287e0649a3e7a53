import type { SampleArticle } from '../sample.ts'

/**
 * The article of the first user, quoted word for word from the old portal: its misprints (“mốt số”, “phố biến”) and
 * its unexplained abbreviations stay, and so do three no-break spaces inside its sentences.
 */
export const dakPoArticle: SampleArticle = {
  title:
    'Ban Vì sự tiến bộ phụ nữ tỉnh tổ chức Hội nghị trực tuyến tổng kết công tác Bình đẳng giới, Vì sự tiến bộ phụ nữ năm 2016',
  lead: 'Sáng ngày 15/02/2017, Ban Vì sự tiến bộ phụ nữ (VSTBPN) tỉnh tổ chức Hội nghị trực tuyến tổng kết công tác Bình đẳng giới, VSTBPN năm 2016, triển khai nhiệm vụ năm 2017. Đồng chí Kpă Thuyên - Tỉnh ủy viên, Phó Chủ tịch UBND tỉnh, Trưởng Ban VSTBPN tỉnh chủ trì Hội nghị; tham dự Hội nghị còn có thành viên Ban VSTBPN tỉnh, đại diện Ban VSTBPN các sở, ngành, hội, đoàn thể tỉnh; Ban VSTBPN các huyện, thị xã, thành phố và UBND các xã, phường, thị trấn.',
  body: `Trong năm 2016, công tác VSTBPN trên địa bàn tỉnh được sự quan tâm lãnh đạo, chỉ đạo kịp thời, sâu sát của các cấp ủy Đảng, chính quyền, các sở, ban, ngành, hội, đoàn thể từ tỉnh đến cơ sở đã tạo điều kiện thuận lợi cho việc triển khai đồng bộ các hoạt động VSTBPN trên địa bàn tỉnh. Công tác tuyên truyền được tăng cường góp phần nâng cao nhận thức, trách nhiệm của các tổ chức, cá nhân, gia đình thực hiện bình đẳng giới và mục tiêu xóa bỏ phân biệt đối xử giới, định kiến giới. Công tác quy hoạch, đào tạo, bồi dưỡng, đề bạt, sử dụng cán bộ nữ có đủ tiêu chuẩn giữ các vị trí lãnh đạo trong các cơ quan Đảng, chính quyền, mặt trận tổ quốc và các đoàn thể nhân dân được các cấp quan tâm, chú trọng. Hệ thống tổ chức bộ máy của Ban VSTBPN từ tỉnh xuống cơ sở đã được củng cố, kiện toàn; đồng thời hoạch định chính sách hoạt động lồng ghép các chỉ tiêu về giới trong kế hoạch phát triển kinh tế và xã hội của tỉnh. Đặc biệt, đã đưa vấn đề về giới vào chiến lược phát triển toàn diện về tăng trưởng giảm nghèo, tạo bình đẳng giới cho chị em phụ nữ nhất là phụ nữ người đồng bào dân tộc thiểu số. Công tác đào tạo, bồi dưỡng nâng cao trình độ lý luận chính trị, chuyên môn nghiệp vụ cho đội ngũ cán bộ, công chức nữ được các cấp ủy Đảng, chính quyền quan tâm.

Tuy nhiên, bên cạnh những kết quả đạt được vẫn còn một số hạn chế như: công tác bình đẳng giới và hoạt động VSTBPN trên địa bàn tỉnh mới chỉ dừng lại ở việc tuyên truyền, phổ biến chính sách, pháp luật về bình đẳng giới; công tác quy hoạch, đào tạo, bồi dưỡng, bổ nhiệm cán bộ nữ ở mốt số địa phương, cơ quan, đơn vị chưa được quan tâm đúng mức; trình độ dân trí, nhận thức của chị em phụ nữ không đồng đều; tình trạng bạo lực giới, bạo lực gia đình, định kiến về giới vẫn còn tồn tại khá phố biến nhất là vùng đồng bào DTTS...

Phát biểu tại hội nghị, đồng chí Kpă Thuyên ghi nhận và đánh giá cao những kết quả đạt được trong công tác bình đẳng giới và hoạt động VSTBPN năm 2016, đồng thời chỉ ra những mặt tồn tại, hạn chế còn gặp phải. Về nhiệm vụ trọng tâm năm 2017, đồng chí đề nghị các ngành thành viên cần phối hợp chặt chẽ, đồng bộ trong triển khai thực hiện các chính sách, hoạt động về bình đẳng giới. Đẩy mạnh tuyên truyền, phổ biến pháp luật nhằm nâng cao nhận thức của toàn xã hội về công tác phụ nữ và bình đẳng giới. Tăng cường công tác giám sát, kiểm tra hoạt động VSTBPN tại các sở, ngành, địa phương; tổ chức tập huấn nghiệp vụ về bình đẳng giới và VSTBPN; thực hiện có hiệu quả công tác quy hoạch cán bộ nữ đồng thời thực hiện tốt công tác đào tạo, bồi dưỡng cán bộ nữ theo yêu cầu chuẩn hóa cán bộ, có đủ năng lực và phẩm chất để hoàn thành tốt nhiệm vụ được giao, tạo nguồn cán bộ nữ cho những năm tiếp theo.

Nhân dịp này, Ban VSTBPN tỉnh trao tặng Bằng khen của Bộ trưởng Bộ Lao động - Thương binh và Xã hội cho 02 tập thể và 05 cá nhân có nhiều thành tích xuất sắc trong 05 năm triển khai Chiến lược quốc gia về bình đẳng giới giai đoạn 2011-2015 trên địa bàn tỉnh.`,
  category: 'tin-tuc/lao-dong-thuong-binh-va-xa-hoi',
  author: 'Lan Hương',
  unit: 'Văn phòng HĐND và UBND huyện',
  source: null,
  tags: ['bình đẳng giới', 'vì sự tiến bộ phụ nữ'],
  posted: { on: '2017-02-16', at: '16:40' },
  cover: 'hoi-nghi',
}
