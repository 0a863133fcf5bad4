#include "sales/team/sign_in/common_passwords.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace stagecoach::sales {
namespace {

// What the passwords of many people are made of, in several languages; keyboard runs included.
constexpr std::string_view kWords =
    "1qaz2wsx 1qaz2wsx3edc 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 4rfv aaa aaaa aabbcc abc abcabc "
    "abcd abcde "
    "abcdef abcdefg abcdefgh access account admin adminadmin administrador administrator "
    "adobe aini ainiyiwannian airforce alexander alexandra alexis alibaba allah amanda amazon "
    "america american andrea andrew android angel angelo angels anthony anything apple april "
    "arizona army arsenal asdasd asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdqwe asdzxc "
    "ashley asshole audi august autumn avengers awesome azerty babe baby babyboy babygirl "
    "banana bank baobao baobei barbie barcelona bart baseball basketball batman battlefield "
    "bear beatles beautiful beckham beijing benjamin bible bienvenue bitch black blackberry "
    "blackie blessed blessing blink blue blueberry bmw bonjour boston brandon brasil brazil "
    "brittany broncos brother buddha budweiser buffalo bulls bunny burger business butter "
    "butterfly california callofduty camaro cameron canada candy caonima captain caroline "
    "cartman cash cat catherine cde3 celtics champion change changeit changeme charizard "
    "charles charlie cheese chelsea cherry chevrolet chevy chicago chicken china chocolate "
    "christ christian christina christine christopher church cinnamon cisco coffee college "
    "company computer cookie cookies cool coolio corona corvette counter counterstrike cowboy "
    "cowboys cricket crm crow crystal cupcake customer cutie daddy daisy dallas dance dancer "
    "dangdang daniel danielle database david davidson death debian december default demo "
    "demon deutschland devil dfghjkl diablo diamond didi dog doggie dollar dolphin dominic "
    "donald doom dragon dropbox drummer ducati eagle eagles earth edc edward eight elena "
    "elephant elizabeth elvis emerald emily eminem england eric facebook faith falcon family "
    "father february ferrari finance first five florence florida flower flowers football ford "
    "forever fortnite four france francis frank freedom friday friends frodo fuck fucker "
    "fuckme fuckoff fuckyou futbol galaxy game gamer games gaming gandalf garfield gege "
    "geheim genesis george germany ghjkl ghost giants ginger github glory gmail god gold "
    "golden golf golfer good goodluck google grace green greenday guangzhou guest guitar haha "
    "hahaha hallo halo hannah happiness happy harley harry hawk heather heaven hehe heihei "
    "heineken hell hello hellokitty helloworld hero heroes hobbit hockey hola homer honda "
    "honey hongkong hope horse hot hotmail hottie hulk hundred hunter hurricane ihateyou "
    "ilove iloveme iloveu iloveyou india instagram internet iphone ironman isabella jackson "
    "jacob jaguar james january japan jasmine jason jasper jennifer jeremy jessica jesus "
    "jesuschrist jiejie john joker jonathan jordan joseph joshua julian july june justin "
    "juventus katherine kawasaki kevin killer kimberly king kingkong kitten kitty kobe lady "
    "lakers lala lalala lamborghini laogong laopo lauren lavender lebron legend legends lemon "
    "leonardo letmein letmeinn liberty lightning lilili lily linkedin linkinpark linux lion "
    "liverpool liwei lkjhgfdsa login logon london lord love lovelove lovely loveme lover "
    "lovers loveyou lucas lucifer lucky madison madonna magic mama manager manchester mango "
    "march marcus maria mariana marine mario market marketing martin master masterkey matrix "
    "matthew may mazda meimei melissa mercedes merlin merlot messi metal metallica mexico "
    "michael michelle mickey mickeymouse microsoft midnight miguel mima mimamima minecraft "
    "minnie mnbvcxz mom mommy monday money monica monkey moon moonlight morning mother music "
    "muslim mustang myspace mysql mystery naruto natalie natasha nathan navy neo network "
    "never newyork nice nicholas nicole nihao nihaoma nine ninja nintendo nirvana nissan "
    "nokia nothing november number numberone october office oliver olivia one open opensesame "
    "oracle orange packers pamela panda panther papa pass passpass passw passwd password "
    "passwort patrick patriots peace peach peanut penguin pepper peter phantom phillip "
    "phoenix photoshop piano pikachu pink pirate pizza planet platinum player playstation "
    "please poiuytrewq pokemon police porsche postgres pretty prince princesa princess "
    "private public pumpkin puppy purple pussy pussycat q1w2e3 q1w2e3r4 q1w2e3r4t5 qaz qazwsx "
    "qazwsxedc qazxsw qqqq quake queen qwaszx qweasd qweasdzxc qweqwe qwer qwert qwerty "
    "qwertyui qwertyuiop qwertz rabbit rachel racing raiders rainbow ranger rangers raven "
    "realmadrid rebecca red redsox rfvtgb rich richard rihanna robert roberto roblox rock "
    "rockstar ronald ronaldo root rose roses router ruby rugby runner russia sales samantha "
    "samsung samuel samurai sandra sarah sasuke satan savior school science scooby scorpion "
    "sebastian second secret secure security seller september server service sesame seven "
    "sexsex sexy shadow shakira shanghai shark shenzhen shine signin silver simpson simpsons "
    "singer sister six slipknot snake snoopy soccer soldier something sonic sony sophia "
    "sophie southpark special spider spiderman spirit spring star starcraft stars startrek "
    "starwars steelers stephanie stephen steven storm strawberry strike student subaru suck "
    "sugar summer sun sunday sunflower sunny sunset sunshine super superman superstar "
    "superuser supervisor support susan suzuki sweet sweetheart sweetie sweety swimming "
    "switch sysadmin system taiwan taobao teacher temp temporary ten tencent tennis test "
    "tester testing testtest texas tgbyhn third thomas thor three thunder tiancai tiffany "
    "tiger timothy tinkerbell titanic tokyo toor toyota trading trinity truck trucks trust "
    "trustno turtle twitter two tyler ubuntu united universe university user username users "
    "vanessa vanilla veronica victor victoria vincent violet vodka volkswagen wang wangwei "
    "wangyu warcraft warrior wasd website weibo weixin welcome welkom wendy wertyu whatever "
    "whiskey white wilkommen william windows winner winter wizard woaini woaiwo woaiwojia "
    "woaizhongguo wodemima wojiushiwo wolf wolverine word work world worldofwarcraft wsx "
    "wsxedc xbox xiaohong xiaolong xiaoming xixi xsw xyz yahoo yamaha yankees yellow youtube "
    "zachary zaq zelda zero zhang zhangwei zhongguo zxcasdqwe zxcv zxcvb zxcvbn zxcvbnm "
    "zxczxc";

// Letter swaps undone: p@ssw0rd is password. The letter l reads as i, because 1 may stand for
// either.
char unswapped(char c) {
  switch (c) {
    case '@':
    case '4':
      return 'a';
    case '0':
      return 'o';
    case '1':
    case '!':
    case 'l':
      return 'i';
    case '3':
      return 'e';
    case '5':
    case '$':
      return 's';
    case '7':
      return 't';
    default:
      return c;
  }
}

std::string unswapped(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = unswapped(c);
  return out;
}

const std::unordered_set<std::string>& words() {
  static const std::unordered_set<std::string> kSet = [] {
    std::unordered_set<std::string> set;
    for (size_t at = 0; at < kWords.size();) {
      const size_t end = std::min(kWords.find(' ', at), kWords.size());
      set.insert(unswapped(kWords.substr(at, end - at)));
      at = end + 1;
    }
    return set;
  }();
  return kSet;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// 1234, 98765, 7777: every step the same, none larger than one (9 goes on to 0).
bool is_run(std::string_view text) {
  if (text.size() < 2) return true;
  const auto step = [&](size_t i) {
    const int d = text[i] - text[i - 1];
    if (text[i] == '0' && text[i - 1] == '9') return 1;
    if (text[i] == '9' && text[i - 1] == '0') return -1;
    return d;
  };
  const int first = step(1);
  if (first < -1 || first > 1) return false;
  for (size_t i = 2; i < text.size(); ++i)
    if (step(i) != first) return false;
  return true;
}

bool repeats_short_piece(std::string_view text) {
  constexpr size_t kPieceMax = 4;
  for (size_t piece = 1; piece <= kPieceMax && 2 * piece <= text.size(); ++piece)
    if (text.substr(piece) == text.substr(0, text.size() - piece)) return true;
  return false;
}

// What people put before or behind a word: a few digits or signs, or a run of any length.
bool is_filler(std::string_view text) {
  constexpr size_t kFewMax = 4;
  return text.size() <= kFewMax || is_run(text) || repeats_short_piece(text);
}

bool is_of_words(std::string_view text) {
  constexpr size_t kTwoWordsMax = 12;  // longer pairs are not among the first guesses
  const std::string plain = unswapped(text);
  if (words().count(plain) > 0) return true;
  if (plain.size() > kTwoWordsMax) return false;
  for (size_t cut = 1; cut < plain.size(); ++cut)
    if (words().count(plain.substr(0, cut)) > 0 && words().count(plain.substr(cut)) > 0)
      return true;
  return false;
}

}  // namespace

bool is_common_password(std::string_view password) {
  constexpr size_t kDigitsMin = 12;
  constexpr size_t kLettersMax = 3;  // so few say nothing beside a filler: qq123456
  if (is_run(password) || repeats_short_piece(password)) return true;
  if (std::all_of(password.begin(), password.end(), is_digit)) return password.size() < kDigitsMin;
  if (is_of_words(password)) return true;
  const auto first = std::find_if(password.begin(), password.end(), is_letter);
  if (first == password.end()) return false;
  const auto begin = static_cast<size_t>(first - password.begin());
  const size_t end = static_cast<size_t>(
      std::find_if(password.rbegin(), password.rend(), is_letter).base() - password.begin());
  if (!is_filler(password.substr(0, begin)) || !is_filler(password.substr(end))) return false;
  const std::string_view core = password.substr(begin, end - begin);
  return core.size() <= kLettersMax || is_of_words(core);
}

}  // namespace stagecoach::sales
