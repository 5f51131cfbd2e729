package org.townloop.supply.merchant.listing;

import java.util.Map;
import java.util.regex.Pattern;

/** Finds the district in an address of Beijing. */
final class Beijing {

    /** The city, for an address that names no district. */
    static final String CITY = "110000";

    /** By code; the last two were merged into Dongcheng and Xicheng in 2010 and live on in addresses. */
    private static final Map<String, String> DISTRICTS = Map.ofEntries(
            Map.entry("东城", "110101"),
            Map.entry("西城", "110102"),
            Map.entry("朝阳", "110105"),
            Map.entry("丰台", "110106"),
            Map.entry("石景山", "110107"),
            Map.entry("海淀", "110108"),
            Map.entry("门头沟", "110109"),
            Map.entry("房山", "110111"),
            Map.entry("通州", "110112"),
            Map.entry("顺义", "110113"),
            Map.entry("昌平", "110114"),
            Map.entry("大兴", "110115"),
            Map.entry("怀柔", "110116"),
            Map.entry("平谷", "110117"),
            Map.entry("密云", "110118"),
            Map.entry("延庆", "110119"),
            Map.entry("崇文", "110101"),
            Map.entry("宣武", "110102"));

    /** With its 区 or 县: without, 朝阳 is a gate and 密云 a reservoir. */
    private static final Pattern DISTRICT = Pattern.compile("(" + String.join("|", DISTRICTS.keySet()) + ")[区县]");

    private Beijing() {}

    static String regionOf(String address) {
        var district = DISTRICT.matcher(address);
        return district.find() ? DISTRICTS.getOrDefault(district.group(1), CITY) : CITY;
    }
}
