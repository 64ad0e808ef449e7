/** Passwords that are tried first against any system, and those that are usual in Vietnam; without marks, lower case. */
const TEXT = `
!qaz2wsx !qaz@wsx 00000000 0000000000 010203 0123456789 0987654 0987654321 101010 102030 11111111 1111111111 112233 1122334455
112233445566 121212 123123123 1231231234 1234554321 123456 1234567 12345678 123456789 1234567890 1234567890a 12345678910 123456789a
123456789aa 12345678a 123456a 123456aa 123654789 1236547890 123abc 123qwe 123qweasd 123qweasdzxc 131313 1314520 147258369 1472583690
147852369 159357 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz 1qaz2wsx 1qaz2wsx3edc 1qaz@wsx 1qazxsw2 2222222222 223344 369258147 393939
3939393939 445566 456456 456789 5201314 5201314520 520520 654321 666666 66666666 6666666666 686868 68686868 6868686868 741852963 7654321
7777777 778899 789456 789456123 789789 797979 7979797979 838383 8386 83868386 852456 87654321 888888 88888888 8888888888 963852741
987654321 9876543210 987987 99999999 9999999999 a123456 a1234567 a12345678 a123456789 a1b2c3d4 a1b2c3d4e5 a@123456 a@12345678 aa123456
aa12345678 aa@123456 aaaaaaaaaa abc123 abc12345 abc123456 abc123abc abc@123 abc@1234 abc@12345 abc@123456 abcd1234 abcdef123 access
access123 admin admin#123 admin1 admin12 admin123 admin1234 admin12345 admin123456 admin@123 admin@1234 admin@12345 admin@123456
administrator administrator1 andrew android angel angel1 angel123 anhmaiyeuem anhnhoem anhtuan anhtuan123 anhyeuem anhyeuem1 anhyeuem123
anhyeuem1314 anhyeuemnhieu anthony arsenal asd123 asdasd asdasd123 asdf1234 asdf@1234 asdfgh asdfghjkl asdfghjkl1 asdzxc123 ashley
autumn babyboy babygirl bacho bacho1890 bachochiminh bacninh bailey banana banchihuy banchihuyquansu bandoi barcelona barcelona1
baseball baseball1 basketball batman batman123 bemeo binhdinh black blessed blessing blue bodoi bodoi123 bodoicuho bongbong bongda
bongda123 brother business buster cachmang cantho changeme changeme123 charlie charlie1 cheese chelsea chihuy chihuy123 chocolate christ
chucmungnammoi chuotcon cocacola company company1 company123 computer computer1 concac concho concho123 congan congan123 congphuong
congty congty123 conmeo conmeo123 conyeubame conyeubome conyeume cookie coquan coquan123 correcthorsebatterystaple corvette cuncon
cunyeu dalat dalat123 danang danang123 danang2022 danang2023 danang2024 danang2025 danang2026 danang43 danangyeudau dangbo dangnhap
dangnhap123 danguy danguy123 daniel database database1 december default default123 diamond dientap dientap123 dientap2022 dientap2023
dientap2024 dientap2025 dientap2026 doandunho doclap doclap123 doclaptudo doclaptudohanhphuc dragon dragon123 ducanh eagle emyeuanh
emyeuanh1 emyeuanh123 emyeuanhnhieu facebook facebook1 falcon family family1 father ferrari flower flower1 football football1 forever
forever1 freedom freedom1 friday friends friends1 gaugau giadinh giadinh123 giadinhhanhphuc giadinhlaso1 giadinhtoi giadinhyeuthuong
ginger godisgood golden golfer google google123 green guest guest123 hagl haha123 hahaha haiphong haiphong123 hanhphuc hanhphuc123
hanhphuctronvetron hanoi hanoi1010 hanoi123 hanoimuathu hanoiyeudau happy happy123 harley heaven hehe123 hello hello123 hello1234
helloworld helloworld1 heocon hethong hethong123 hihi123 hihihaha hihihi hoadao hoahong hoahong123 hoaianh hoamai hoang hoang123
hoanglong hoangnam hoasen hoasen123 hochiminh hochiminh1 hochiminh123 hockey hoian hoian123 honda hue hue75 hung hung123 hunter hunter2
iloveyou iloveyou1 iloveyou123 iloveyou1234 iloveyou2 iloveyouvietnam internet internet1 iphone january jennifer jessica jesus jesus1
jesus123 jordan jordan23 joshua juventus kaka123 kakaka khongbiet khongco khongcomatkhau khongnho khuvucphongthu kiemtra kiemtra123
killer killer123 kimngan laso1 lethi letmein letmein123 levan lion liverpool liverpool1 lkjhgfdsa locphat locphat68 login login123
lonxon love1234 lovely loveyou lucky lucky123 lucky68 lucky777 maggie maimaiyeuem maiyeuanh maiyeuem manager manager123 manchester
manchester1 manutd master master123 matem matkhau matkhau1 matkhau12 matkhau123 matkhau1234 matkhau12345 matkhau123456 matkhau@123
matkhaucu matkhaudetim matkhaula matkhaumoi matrix matthew mattrang mattroi mattroi123 meomeo mercedes messi messi10 michael michael1
microsoft million minh minh123 minhanh mnbvcxz monday money money123 monkey monkey123 mother muadong muaha muathu muaxuan mustang
mypassword mypassword1 mypassword123 mysql mãiyêuem mùaxuân mậtkhẩu namdinh nammoi nammoi2022 nammoi2023 nammoi2024 nammoi2025
nammoi2026 naruto network newpassword newpassword1 newpassword123 nghean nghean37 ngoclinh nguoidung nguyen nguyen123 nguyen1234
nguyenthi nguyenthihoa nguyenvana nguyenvanan nguyenvannam nhatrang nhoanh nhoem nhoemnhieu nokia nopassword nothing november office
office123 oldpassword oracle orange p@$$w0rd p@$$word p@ssw0rd p@ssw0rd1 p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 p@ssword pa$$w0rd pa$$word
pa55word panther pass1234 pass12345 pass123456 passpass passw0rd passw0rd123 password password1 password12 password123 password1234
password12345 password123456 password@123 password@1234 passwordpassword pepper pepsi phamthi phamvan phatloc phattai phattai123 phoenix
phongthu phuonganh phuongthao pikachu poiuytrewq pokemon porsche postgres postgresql princess princess1 purple purple123 q1w2e3r4
q1w2e3r4t5 qazwsx qazwsxedc qazwsxedcrfv quan-tri quandoi quandoi123 quandoinhandan quanganh quanghai quangnam quangnam123 quangnam92
quangngai quanly quanly123 quansu quansu123 quantri quantri123 quantrihethong quantrivien quenmatkhau quenroi qwe123 qweasd qweasdzxc
qweasdzxc123 qweqwe qweqwe123 qwer1234 qwer@1234 qwerty qwerty1 qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwerty@123
qwertyuiop qwertyuiop1 qwertyuiop123 realmadrid red123 red12345 robert rocky ronaldo ronaldo7 root root@123 rootroot saigon saigon123
saigonyeudau samsung samsung1 san-sang sansang sansang123 secret secret123 security security1 server server123 shadow shadow123 sieunhan
sieunhan123 silver sister smile soccer somot spring spring2022 starwars starwars1 summer summer2022 summer2023 summer2024 sunshine
sunshine1 superman superman1 suzuki system system123 taikhoan taikhoan123 tamky tamky123 tamky2022 temp temp123 tennis test test123
test1234 test@123 testing testing123 thaibinh thanhcong thanhcong123 thanhhoa thanhhoa36 thanhnam thanhpho thanhtruc thaonguyen
thienduong thiennhan thiensu thiensu123 thienthan thisisapassword thomas thunghiem thunghiem123 thuylinh tiger tiger123 tigger tinhban
tinhyeu tinhyeu123 tinhyeuvinhcuu toilaai toilatoi toilavodich toiyeuvietnam toor toquoc toquoc123 toyota tranthi tranvan trustno1 tuan
tuan123 tuananh tudo tuhao ubnd ubnd123 ubndphuong ubndtp ubndxa user user123 user@123 username uyban uyban123 vanphong vanphong123
vietnam vietnam1 vietnam12 vietnam123 vietnam1234 vietnam1945 vietnam1975 vietnam2020 vietnam2021 vietnam2022 vietnam2023 vietnam2024
vietnam2025 vietnam2026 vietnamvodich vodich vodich123 welcome welcome1 welcome123 welcome@123 whatever white windows windows10 winter
winter2022 woaini woaini1314 xinchao xinchao123 xinchaovietnam yamaha yellow yeuanh yeubame yeubome yeucon yeuconnhieu yeuem yeuemmai
yeuemmaimai yeuemnhieu yeume yeuvietnam yourpassword zaq!2wsx zaq12wsx zaq1zaq1 zxc123 zxcasdqwe zxcv1234 zxcvbnm zxcvbnm1 zxcvbnm123
zxczxc
`;

export const COMMON: readonly string[] = TEXT.trim().split(/\s+/);
