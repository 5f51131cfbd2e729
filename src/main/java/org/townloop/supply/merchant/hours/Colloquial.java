package org.townloop.supply.merchant.hours;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What people write instead of the notation: signs of full width, Chinese words, gaps between spans. */
final class Colloquial {

    private static final Map<Pattern, String> WORDS = words();

    private Colloquial() {}

    /** The text as it might be meant, for a parser that is lenient in the rest. */
    static String meant(String text) {
        var meant = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (var word : WORDS.entrySet()) {
            meant = word.getKey().matcher(meant).replaceAll(word.getValue());
        }
        return meant.strip();
    }

    private static Map<Pattern, String> words() {
        var words = new LinkedHashMap<Pattern, String>();
        var days = Map.of("一", "Mo", "二", "Tu", "三", "We", "四", "Th", "五", "Fr", "六", "Sa", "[日天]", "Su");
        days.forEach((chinese, day) -> words.put(Pattern.compile("(?:周|星期|礼拜)" + chinese), day));
        words.put(Pattern.compile("每天|每日"), "Mo-Su ");
        words.put(Pattern.compile("(?:法定)?节假日"), "PH ");
        words.put(Pattern.compile("休息|不营业|店休"), " off");
        words.put(Pattern.compile("全天|(?:24|二十四)小时"), " 00:00-24:00");
        words.put(Pattern.compile("次日|凌晨"), "");
        words.put(Pattern.compile("、"), ",");
        words.put(Pattern.compile("\\s*(?:[至到~\\x{301C}]|[-\\x{2013}\\x{2014}]{2,})\\s*"), "-");
        words.put(Pattern.compile("(?<=:[0-5][0-9])\\s+(?=[0-9]{1,2}:[0-5][0-9]\\s*-)"), ",");
        return words;
    }
}
