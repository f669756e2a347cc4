//! The syllables that rules name.

/// Every syllable that a rule names, folded, in the new tone-mark style; sorted, each once.
pub(crate) const WORDS: &[&str] = &[
    "al", "an", "anh", "ao", "app", "au", "ba", "ban", "bang", "bank", "bao", "bay", "bcđ", "biên",
    "biến", "biết", "biển", "biểu", "biện", "biệt", "buổi", "bv", "bà", "bài", "bàn", "bào", "bày",
    "bác", "bách", "bán", "bánh", "báo", "bãi", "bí", "bóng", "bưu", "bước", "bạn", "bản", "bảng",
    "bảo", "bảy", "bầu", "bậc", "bắc", "bằng", "bến", "bệnh", "bỉ", "bị", "bố", "bốn", "bổ", "bộ",
    "bờ", "bởi", "bức", "bữa", "ca", "cao", "capital", "ceo", "chi", "chia", "chiếc", "chiến",
    "chiều", "cho", "chung", "chuyến", "chuyển", "chào", "chánh", "cháu", "châu", "chí", "chín",
    "chính", "chót", "chú", "chăm", "chưa", "chương", "chạp", "chấn", "chấp", "chẩn", "chậm",
    "chế", "chỉ", "chỉnh", "chị", "chống", "chỗ", "chục", "chủ", "chức", "chứng", "chừng", "chữ",
    "chữa", "clb", "clip", "con", "corp", "corporation", "covid", "cp", "ctcp", "cty", "cuối",
    "cuộc", "các", "cách", "cái", "cán", "câu", "cây", "còn", "có", "cô", "công", "cùng", "căn",
    "cđ", "cũ", "cũng", "cơ", "cải", "cảm", "cảng", "cảnh", "cấp", "cần", "cầu", "cận", "cổ", "cụ",
    "cục", "của", "cứu", "cử", "cửa", "cựu", "danh", "di", "diễn", "dl", "dn", "dntn", "do",
    "doanh", "dân", "dây", "dãy", "dương", "dưới", "dậy", "dịch", "dịp", "dọc", "dự", "education",
    "em", "entertainment", "eu", "fta", "g", "ga", "gia", "giai", "giao", "giám", "giáo", "giây",
    "giêng", "gió", "giường", "giải", "giảm", "giảng", "giỗ", "giới", "giờ", "giữa", "group",
    "gái", "góc", "gần", "gặp", "gọi", "gồm", "gửi", "h", "ha", "hai", "hang", "hay", "hecta",
    "hiến", "hiện", "hiệp", "hiệu", "hktt", "holding", "holdings", "hoàn", "hoàng", "hoạch",
    "hoạt", "hoặc", "htx", "huy", "huyện", "hv", "hàm", "hàn", "hàng", "hành", "hãng", "hè",
    "hình", "hóa", "hôm", "hùng", "hđnd", "hđqt", "hđtv", "hơn", "hướng", "hưởng", "hạ", "hạng",
    "hải", "hầm", "hằng", "hẻm", "hết", "hệ", "họ", "học", "họp", "hồ", "hồi", "hồng", "hỗ", "hộ",
    "hội", "hở", "hợp", "hữu", "is", "kg", "khai", "khi", "khoán", "khoản", "khoảng", "khu",
    "khuya", "khách", "khánh", "khí", "khóa", "khô", "không", "khẩu", "khẳng", "khỏi", "khố",
    "khối", "khởi", "kia", "kim", "kinh", "kiêm", "kiến", "kiểm", "kiệt", "km", "kênh", "kì", "ký",
    "kế", "kết", "kể", "kỉ", "kịch", "kỳ", "kỷ", "land", "lao", "liên", "liệt", "loại", "luận",
    "luật", "là", "làm", "làn", "làng", "lào", "lâm", "lên", "lô", "lúc", "lý", "lăm", "lưu",
    "lương", "lược", "lượt", "lạc", "lại", "lần", "lập", "lễ", "lệnh", "lịch", "lộ", "lớn", "lớp",
    "lửa", "lực", "m", "mai", "mang", "media", "metro", "miền", "mttq", "mtv", "mua", "muộn", "mà",
    "máy", "mét", "mía", "móng", "mùa", "mùng", "mưa", "mươi", "mười", "mại", "mạng", "mạnh",
    "mấy", "mẫu", "mắt", "mặt", "mẹ", "mệnh", "mốc", "mốt", "mồng", "mỗi", "một", "mới", "mở",
    "mục", "mức", "mừng", "mỹ", "nam", "nay", "nga", "ngay", "nghiên", "nghiệp", "nghìn", "nghĩa",
    "nghỉ", "nghị", "ngoài", "ngoái", "ngoại", "nguyên", "nguyện", "nguồn", "ngài", "ngàn",
    "ngành", "ngày", "ngách", "ngân", "ngõ", "người", "ngụ", "nh", "nhiều", "nhiệm", "nhiệt",
    "nhu", "nhà", "nhánh", "nhân", "nhì", "nhìn", "nhóm", "nhăm", "như", "nhưng", "nhấn", "nhất",
    "nhận", "nhật", "nhằm", "nhịp", "những", "niên", "niệm", "nào", "này", "nâng", "nên", "nêu",
    "nói", "nông", "núi", "năm", "nước", "nếu", "nền", "nọ", "nối", "nổi", "nội", "nửa", "nữ",
    "nữa", "online", "p", "phiên", "phiếu", "phong", "phái", "pháp", "phát", "phân", "phép",
    "phía", "phòng", "phó", "phút", "phương", "phường", "phạm", "phải", "phần", "phố", "phối",
    "phụ", "phục", "phủ", "qua", "quanh", "quy", "quyết", "quyền", "quán", "quân", "quê", "quý",
    "quản", "quận", "quốc", "quỹ", "ra", "riêng", "ruột", "rõ", "rưỡi", "rạng", "rằm", "rằng",
    "rồi", "rời", "rừng", "sang", "sau", "sinh", "sn", "so", "soạn", "studio", "sung", "suất",
    "suốt", "sách", "sáng", "sát", "sáu", "sân", "séc", "sóc", "sông", "sĩ", "sạn", "sảnh", "sắp",
    "sắt", "sẻ", "sẽ", "số", "sớm", "sở", "sứ", "sử", "sửa", "sỹ", "t", "tand", "tc", "tcn",
    "tham", "thanh", "theo", "thi", "thiên", "thoại", "thu", "thuộc", "thành", "thác", "thái",
    "tháng", "tháp", "thêm", "thì", "thí", "thôn", "thông", "thăm", "thư", "thương", "thường",
    "thượng", "thầy", "thập", "thắng", "thế", "thềm", "thỉnh", "thị", "thống", "thời", "thủy",
    "thứ", "thực", "tin", "tiên", "tiêu", "tiến", "tiếng", "tiếp", "tiểu", "tk", "tnhh", "toàn",
    "toán", "tp", "tphcm", "trai", "trang", "trinh", "triều", "triển", "triệu", "trong", "trung",
    "trái", "trên", "trình", "trí", "tròn", "trú", "trăm", "trưa", "trước", "trường", "trưởng",
    "trạm", "trấn", "trận", "trẻ", "trị", "trở", "trực", "tuy", "tuyên", "tuyến", "tuần", "tuổi",
    "tw", "ty", "tàu", "tác", "tám", "tâm", "tây", "tên", "tình", "tích", "tòa", "tô", "tôi",
    "tăng", "tư", "tướng", "tưởng", "tại", "tấn", "tầng", "tập", "tắt", "tế", "tết", "tỉ", "tỉnh",
    "tịch", "tỏ", "tối", "tồn", "tổ", "tổng", "tộc", "tội", "tới", "tức", "từ", "từng", "tự", "tỷ",
    "u", "ub", "ubnd", "usd", "vaccine", "vay", "ven", "video", "visa", "viên", "viết", "việc",
    "viện", "việt", "vksnd", "vn", "vua", "và", "vài", "vào", "vì", "vòng", "vùng", "văn", "vương",
    "vạn", "vấn", "vẫn", "vận", "về", "vệ", "vị", "vịnh", "với", "vụ", "vừa", "vực", "w", "xanh",
    "xe", "xin", "xn", "xung", "xuân", "xuất", "xây", "xã", "xí", "xô", "xúc", "xứ", "xử", "yêu",
    "án", "áo", "âm", "ích", "ít", "ông", "úc", "ý", "đang", "đh", "điều", "điểm", "điện", "đoàn",
    "đoạn", "đua", "đài", "đàn", "đào", "đá", "đán", "đánh", "đây", "đã", "đãi", "đêm", "đình",
    "đó", "đón", "đông", "đúng", "đơn", "đường", "được", "đại", "đạo", "đạt", "đảng", "đảo", "đất",
    "đầu", "đập", "đặc", "đến", "đề", "đều", "để", "địa", "định", "đọc", "đỏ", "đốc", "đối", "đồi",
    "đồn", "đồng", "đổi", "độ", "đội", "động", "đức", "ư", "ưu", "ương", "ước", "ảnh", "ấn", "ấp",
    "ở", "ủy", "ứng",
];

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn words_are_sorted_and_unique() {
        let wrong: Vec<_> = WORDS.windows(2).filter(|w| w[0] >= w[1]).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
