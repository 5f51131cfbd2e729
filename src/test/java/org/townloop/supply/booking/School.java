package org.townloop.supply.booking;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.SetMenu;

/** A school for tests, with two who teach. */
record School(TestSalon house, Offers offers) {

    private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-27T10:00");

    static School with(Offers offers) {
        var house = TestSalon.with(2, 0);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where id = ?")
                .param(house.place().value())
                .update();
        return new School(house, offers);
    }

    StaffId lin() {
        return house.staff().getFirst();
    }

    StaffId mei() {
        return house.staff().getLast();
    }

    Offer yoga(StaffId teacher, LocalDateTime... times) {
        return Counter.offered(offers, TestOffers.yoga(house, teacher, at(times)));
    }

    static Session at(LocalDateTime... times) {
        return new Session(6, List.of(), Set.of(times), Set.of());
    }

    NewOffer longer(Offer sold) {
        var yoga = TestOffers.yoga(house, lin(), (Session) sold.arrangement());
        return changed(sold.id(), yoga, Duration.ofHours(2), yoga.mode(), yoga.staff());
    }

    Offer lesson(StaffId teacher) {
        var yoga = TestOffers.yoga(house, teacher, at(TEN));
        return Counter.offered(offers, changed(null, yoga, Duration.ofHours(1), "private", Set.of(teacher)));
    }

    private static NewOffer changed(
            @Nullable OfferId id, NewOffer offer, Duration duration, String mode, Set<StaffId> staff) {
        return new NewOffer(
                id,
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                Money.of(30_000, "CNY"),
                duration,
                Duration.ZERO,
                Duration.ZERO,
                null,
                offer.attributes(),
                staff,
                mode,
                mode.equals("private") ? Appointment.AT_A_TIME : offer.arrangement(),
                SetMenu.NONE,
                true);
    }

    static int seats(Offer offer) {
        return TestTown.jdbc()
                .sql("select coalesce(sum(units), 0)::int from booking.lot_claim where subject_id = ?")
                .param(offer.id().value())
                .query(Integer.class)
                .single();
    }

    Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(house).id()),
                "Lin",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, house.region(), house.merchant().value(), null)));
    }
}
