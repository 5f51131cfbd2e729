package org.townloop.supply;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Table;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/** What houses of other trades sell, for tests. */
public final class TestOffers {

    private TestOffers() {}

    /** An hour of yoga for 60 a head, given by that teacher in no particular room. */
    public static NewOffer yoga(TestSalon school, StaffId teacher, Session session) {
        return new NewOffer(
                null,
                school.place(),
                new PackId("classes"),
                Words.of("Yoga by the river", "河边瑜伽"),
                Words.of("Slow and gentle", "舒缓"),
                Money.of(6_000, "CNY"),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                null,
                JsonMapper.builder().build().readTree("{\"subject\": \"yoga\"}"),
                Set.of(teacher),
                "class",
                session,
                SetMenu.NONE,
                true);
    }

    /** A table for an hour and a half at 20 a head. */
    public static NewOffer table(TestSalon house, Table table) {
        return new NewOffer(
                null,
                house.place(),
                new PackId("restaurants"),
                Words.of("A table by the river", "河边餐桌"),
                Words.of("The deposit counts towards the bill", "订金抵扣餐费"),
                Money.of(2_000, "CNY"),
                Duration.ofMinutes(90),
                Duration.ZERO,
                Duration.ZERO,
                Table.RESOURCE,
                JsonMapper.builder().build().readTree("{\"cuisine\": \"jiangzhe\", \"meals\": [\"dinner\"]}"),
                Set.of(),
                "table",
                table,
                SetMenu.NONE,
                true);
    }

    /** Something that is opened online, for 45. */
    public static NewOffer online(TestSalon seller, Online.Gives gives) {
        return new NewOffer(
                null,
                seller.place(),
                new PackId("online-only"),
                Words.of("Ten lessons on the erhu", "二胡十讲"),
                Words.of("Whenever you like", "随时学"),
                Money.of(4_500, "CNY"),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                null,
                JsonMapper.builder().build().readTree("{\"what\": \"course\"}"),
                Set.of(),
                "online",
                new Online(gives),
                SetMenu.NONE,
                true);
    }

    /** The same table, with dishes that are ordered ahead. */
    public static NewOffer withDishes(NewOffer table, SetMenu.Course ahead) {
        return new NewOffer(
                table.id(),
                table.place(),
                table.pack(),
                table.title(),
                table.description(),
                table.price(),
                table.duration(),
                table.bufferBefore(),
                table.bufferAfter(),
                table.resourceKind(),
                table.attributes(),
                table.staff(),
                table.mode(),
                table.arrangement(),
                new SetMenu(List.of(ahead)),
                table.deposit(),
                table.atShop(),
                table.active());
    }
}
