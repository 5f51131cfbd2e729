package org.townloop.launch.demo;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.townloop.base.identity.Tokens;

/** People, what they may do, and the tokens of the demo's sign-ins. */
final class PeopleTables {

    private final CopyTable people = new CopyTable("identity.person", "id, region_id, name, language, created_at");
    private final CopyTable roles = new CopyTable("identity.role", "person_id, role, region_id, merchant_id, place_id");
    private final CopyTable tokens = new CopyTable("identity.token", "hash, person_id, label, demo, created_at");

    PeopleTables(List<Resident> residents, SignIns signIns, List<Shop> shops, Instant since) {
        residents.forEach(one -> people.row(one.id(), one.region().number(), one.name(), one.language(), since));
        shops.forEach(this::roles);
        roles.row(
                signIns.partner().id(), "PARTNER", County.WILLOW_CREEK.region().number(), null, null);
        roles.row(signIns.operator().id(), "OPERATOR", SignIns.RIVERLANDS.number(), null, null);
        new TreeMap<>(signIns.byToken())
                .forEach((token, person) -> tokens.row(Tokens.hash(token), person.id(), token, true, since));
    }

    List<CopyTable> tables() {
        return List.of(people, roles, tokens);
    }

    private void roles(Shop shop) {
        var region = shop.region().number();
        roles.row(shop.owner().id(), "MERCHANT", region, shop.merchant(), null);
        roles.row(shop.counter().id(), "COUNTER", region, null, shop.id());
    }
}
