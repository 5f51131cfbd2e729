package org.townloop.launch.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.townloop.base.kernel.RegionId;

/**
 * The people whom anybody may be in a demo, and the tokens by which they are known.
 *
 * @param counter works at the counter of Tongxin Hair, and the merchant owns it
 * @param partner earns the partner's share of Willow Creek
 * @param restaurateur owns the Plum Rain Kitchen and stands at its counter
 * @param housekeeper owns Bright Windows Housekeeping and goes to homes; comes when the firms are opened
 * @param driver owns Willow Creek Taxi and drives; comes with the housekeeper
 * @param grocer the same at the Morning Dew Greengrocer
 * @param mover the same at Steady Hands Removals
 * @param operator runs the portals of both counties
 * @param hotelier the same at the River Gate Hotel
 * @param teacher the same at Clay and Ink
 */
record SignIns(
        Resident resident,
        Resident secondResident,
        Resident counter,
        Resident merchant,
        Resident partner,
        Resident operator,
        Resident restaurateur,
        Resident hotelier,
        Resident teacher,
        Optional<Resident> housekeeper,
        Optional<Resident> driver,
        Optional<Resident> grocer,
        Optional<Resident> mover) {

    static final RegionId RIVERLANDS = new RegionId(990000);

    /** Of a throw of its own: whoever joins them changes nobody else's fate. */
    private static final long SEED = 11;

    static SignIns among(Residents residents) {
        var town = County.WILLOW_CREEK.region();
        var others = new Dice(SEED);
        return new SignIns(
                residents.named(town, "Lin Yue 林悦", false),
                residents.named(town, "Chen Bo 陈波", false),
                residents.named(town, "Xu Xiaoqin 许小琴", false),
                residents.named(town, "Tong Xin 童欣", false),
                residents.named(town, "He Ruilan 何瑞兰", false),
                residents.named(RIVERLANDS, "Shen Guang 沈光", false),
                residents.named(town, "Mei Yu 梅雨", false),
                residents.named(town, "Gu Yan 顾岩", false, others),
                residents.named(town, "Ji Heng 季衡", false, others),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Map<String, Resident> byToken() {
        var people = new HashMap<>(Map.of(
                "demo-resident", resident,
                "demo-resident-2", secondResident,
                "demo-counter", counter,
                "demo-merchant", merchant,
                "demo-partner", partner,
                "demo-operator", operator,
                "demo-restaurant", restaurateur,
                "demo-hotel", hotelier,
                "demo-school", teacher));
        housekeeper.ifPresent(person -> people.put("demo-housekeeper", person));
        driver.ifPresent(person -> people.put("demo-taxi", person));
        grocer.ifPresent(person -> people.put("demo-grocer", person));
        mover.ifPresent(person -> people.put("demo-mover", person));
        return people;
    }

    SignIns joinedBy(Resident person, Resident drives) {
        return new SignIns(
                resident,
                secondResident,
                counter,
                merchant,
                partner,
                operator,
                restaurateur,
                hotelier,
                teacher,
                Optional.of(person),
                Optional.of(drives),
                grocer,
                mover);
    }

    SignIns with(Resident sells, Resident carries) {
        return new SignIns(
                resident,
                secondResident,
                counter,
                merchant,
                partner,
                operator,
                restaurateur,
                hotelier,
                teacher,
                housekeeper,
                driver,
                Optional.of(sells),
                Optional.of(carries));
    }
}
