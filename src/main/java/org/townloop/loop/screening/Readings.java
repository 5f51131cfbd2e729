package org.townloop.loop.screening;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The syllables that a Chinese character may be, without tones: the usual one by ICU, the others of those that are read in
 * several ways in names, dishes and addresses by the list below.
 */
final class Readings {

    static final int FIRST = 0x4E00;
    static final int LAST = 0x9FA5;

    private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin");
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u0307\\u0309-\\u036f]");

    /** What only hums is nothing that anybody types. */
    private static final Pattern SYLLABLE = Pattern.compile("(?=.*[aeiouv])[a-z]{1,6}");

    private static final ConcurrentHashMap<Integer, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private static final Map<Integer, Set<String>> SEVERAL = several("""
        行 xing hang|重 zhong chong|长 chang zhang|乐 le yue|调 tiao diao|参 can shen cen|都 du dou|会 hui kuai
        单 dan shan chan|大 da dai|卡 ka qia|厦 sha xia|了 le liao|曾 zeng ceng|朝 chao zhao|藏 cang zang
        弹 tan dan|得 de dei|地 di de|的 de di|红 hong gong|还 hai huan|和 he huo hu|降 jiang xiang|角 jiao jue
        解 jie xie|觉 jue jiao|壳 ke qiao|落 luo la lao|绿 lv lu|率 lv shuai|模 mo mu|泊 bo po|朴 pu piao
        强 qiang jiang|色 se shai|什 shen shi|石 shi dan|省 sheng xing|盛 sheng cheng|宿 su xiu|提 ti di
        尾 wei yi|血 xue xie|择 ze zhai|扎 za zha|粘 zhan nian|着 zhe zhao zhuo|传 chuan zhuan|奇 qi ji
        便 bian pian|薄 bao bo|剥 bao bo|差 cha chai|刹 cha sha|车 che ju|称 cheng chen|乘 cheng sheng
        澄 cheng deng|匙 chi shi|臭 chou xiu|畜 chu xu|攒 zan cuan|度 du duo|阿 a e|柏 bai bo|堡 bao bu pu
        秘 mi bi|仇 chou qiu|尉 wei yu|蔚 wei yu|洗 xi xian|校 xiao jiao|削 xiao xue|熨 yun yu|荨 qian xun
        炮 pao bao|蛤 ha ge|蚌 bang beng|虹 hong jiang|咖 ka ga|茄 qie jia|脯 fu pu|嚼 jiao jue|烙 lao luo
        拓 tuo ta|圩 wei xu|埔 pu bu|六 liu lu|系 xi ji|巷 xiang hang|给 gei ji|合 he ge|折 zhe she|圈 quan juan
        """);

    private Readings() {}

    static Set<String> of(int character) {
        return character < FIRST || character > LAST ? Set.of() : KNOWN.computeIfAbsent(character, Readings::lookedUp);
    }

    /** 女 is typed nv, and nu by those who leave the dots out. */
    private static Set<String> lookedUp(int character) {
        var latin = Normalizer.normalize(LATIN.transliterate(Character.toString(character)), Normalizer.Form.NFD);
        var letters = MARKS.matcher(latin).replaceAll("").replace("u\u0308", "v");
        var readings = new LinkedHashSet<String>();
        readings.add(letters);
        readings.addAll(SEVERAL.getOrDefault(character, Set.of()));
        readings.add(letters.replace('v', 'u'));
        readings.removeIf(reading -> !SYLLABLE.matcher(reading).matches());
        return readings;
    }

    private static Map<Integer, Set<String>> several(String list) {
        var several = new HashMap<Integer, Set<String>>();
        for (var entry : list.strip().split("\\s*[|\\n]\\s*")) {
            var words = Arrays.asList(entry.split(" "));
            several.put(words.getFirst().codePointAt(0), Set.copyOf(words.subList(1, words.size())));
        }
        return several;
    }
}
