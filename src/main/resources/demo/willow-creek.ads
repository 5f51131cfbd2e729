# What is pinned to Willow Creek's notice board.
# English title | Chinese title | English text | Chinese text | price in yuan | attributes
Room to let above the tea house|茶馆楼上单间出租|A sunny room with its own washroom, quiet after nine. Water and heating are in the rent; one month is paid ahead.|朝南单间，独立卫生间，晚上九点后安静。房租含水费和暖气，押一付一。|880|{"about":"roomToLet","area":18,"rooms":1,"rentPer":"month","furnished":true,"heated":true}
Ladies' bicycle, 24 inch|24 寸女式自行车|Ridden to school for three years. New brakes, a basket, and a bell that everybody knows.|骑着上了三年学，刹车新换，带车筐，铃声清脆。|180|{"about":"sold","condition":"used","negotiable":true,"pickedUp":true}
Help wanted at the dumpling stall|饺子摊招帮工|Mornings from five to ten, six days a week. Whoever cannot fold yet will learn it.|每天早上五点到十点，每周六天，不会包可以学。|22|{"about":"jobOffered","rentPer":"hour","meals":true}
Two kittens looking for a home|两只小猫找新家|A black one and a striped one, ten weeks old, house-trained. Together, please.|一只黑的，一只狸花，十周大，会用猫砂。希望一起领养。|0|{"about":"animal","pickedUp":true}
Piano lessons for beginners|钢琴启蒙课|A retired music teacher comes to you or teaches at home, from six years on.|退休音乐老师，可上门也可来家里学，六岁起。|120|{"about":"lesson","rentPer":"hour"}
