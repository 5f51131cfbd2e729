package org.townloop.surface;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestTown;

/** One of each thing that has an id and belongs to somebody: what a stranger may try. */
final class SomebodysThings {

    private SomebodysThings() {}

    /** The ids, by what they are of. */
    static Map<String, UUID> of(SalonDay day, TestClock clock) throws IOException {
        var paid = day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(1)));
        var had = day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(2)));
        var things = new HashMap<String, UUID>();
        things.put("voucher", one("select id from voucher.voucher where order_id = ?", paid));
        things.put("visit", day.visited(had));
        things.put(
                "device",
                TestDevice.enrol(day.client(), day.counter(), day.salon(), clock, "Till")
                        .id());
        things.put("token", one("select token_id from voucher.device where id = ?", things.get("device")));
        things.put("request", request(day));
        things.put("invoice request", invoiceRequest(day, had));
        things.put("passkey", passkey(day.guest().id()));
        return things;
    }

    /** A request for a written offer, whatever the offer is. */
    private static UUID request(SalonDay day) {
        var id = day.salon().order();
        TestTown.jdbc().sql("""
            insert into quote.request (region_id, id, number, resident_id, merchant_id, place_id, offer_id,
                offer_version, title, state, answers, words, asked_at, answer_by)
            select o.region_id, ?, 1, ?, o.merchant_id, o.place_id, v.offer_id, v.version, v.title, 'ASKED', '{}',
                'Two rooms', now(), now()
            from offer.offer o
            join offer.version v on (v.region_id, v.offer_id) = (o.region_id, o.id)
            where o.place_id = ? order by v.version limit 1
            """).params(id, day.guest().id(), day.place()).update();
        return id;
    }

    /** Waits for its merchant, who has not said yet who it is. */
    private static UUID invoiceRequest(SalonDay day, UUID order) throws IOException {
        var asked = day.client()
                .post(
                        day.guest(),
                        "/api/orders/" + order + "/invoice-requests",
                        UUID.randomUUID().toString(),
                        Map.of("kind", "FAPIAO", "title", "Lin"));
        return asked.id();
    }

    private static UUID passkey(UUID person) {
        return one("""
            insert into identity.passkey (person_id, credential_id, public_key, signature_count, user_verified,
                backup_eligible, backed_up, transports, label, created_at)
            values (?, uuid_send(gen_random_uuid()), '', 0, true, false, false, '{}', 'Telephone', now())
            returning id
            """, person);
    }

    private static UUID one(String sql, UUID parameter) {
        return TestTown.jdbc().sql(sql).param(parameter).query(UUID.class).single();
    }
}
