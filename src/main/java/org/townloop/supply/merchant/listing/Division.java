package org.townloop.supply.merchant.listing;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.NewRegion;
import org.townloop.base.region.Region;

/**
 * One of China's administrative divisions.
 *
 * @param code six digits: two of the province, two of the prefecture, two of the county (GB/T 2260); what is not said is
 *     zero
 * @param english null where the Chinese name has to do
 */
record Division(int code, String name, @Nullable String english) {

    /** @param digits two, four or six */
    static Division of(String digits, String name, @Nullable String english) {
        return new Division(Integer.parseInt((digits + "0000").substring(0, 6)), name, english);
    }

    Region.Kind kind() {
        return code % 10_000 == 0
                ? Region.Kind.PROVINCE
                : code % 100 == 0 ? Region.Kind.PREFECTURE : Region.Kind.COUNTY;
    }

    int province() {
        return code - code % 10_000;
    }

    int prefecture() {
        return code - code % 100;
    }

    /** Whether it only fills a level of the table, as "districts of the city" does: no place that anybody lives in. */
    boolean isFiller() {
        return kind() == Region.Kind.PREFECTURE && (name.equals("市辖区") || name.equals("县") || name.endsWith("行政区划"));
    }

    NewRegion under(RegionId parent) {
        return NewRegion.under(parent, new RegionId(code), kind(), String.valueOf(code), new Words(english, name));
    }
}
