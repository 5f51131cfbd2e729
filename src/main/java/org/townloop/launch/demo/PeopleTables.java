package org.townloop.launch.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.townloop.base.identity.Tokens;

/** People, what they may do, how they are reached, and the tokens of the demo's sign-ins. */
final class PeopleTables {

    private final CopyTable people = new CopyTable("identity.person", "id, region_id, name, language, created_at");
    private final CopyTable roles = new CopyTable("identity.role", "person_id, role, region_id, merchant_id, place_id");
    private final CopyTable contacts =
            new CopyTable("identity.contact", "person_id, kind, value, verified_at, created_at");
    private final CopyTable tokens = new CopyTable("identity.token", "id, hash, person_id, label, demo, created_at");

    PeopleTables(List<Resident> residents, SignIns signIns, List<Shop> shops, Instant since) {
        residents.forEach(one -> people.row(one.id(), one.region().number(), one.name(), one.language(), since));
        shops.forEach(this::roles);
        roles.row(
                signIns.partner().id(), "PARTNER", County.WILLOW_CREEK.region().number(), null, null);
        roles.row(signIns.operator().id(), "OPERATOR", SignIns.RIVERLANDS.number(), null, null);
        contacts.row(signIns.resident().id(), "PHONE", "+8613800138000", since, since);
        new TreeMap<>(signIns.byToken())
                .forEach((token, person) ->
                        contacts.row(person.id(), "MAIL", token + "@townloop.example", since, since));
        new TreeMap<>(signIns.byToken())
                .forEach((token, person) ->
                        tokens.row(tokenId(token), Tokens.hash(token), person.id(), token, true, since));
    }

    /** The same in each town of the same seed. */
    private static UUID tokenId(String token) {
        return UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8));
    }

    List<CopyTable> tables() {
        return List.of(people, roles, contacts, tokens);
    }

    private void roles(Shop shop) {
        var region = shop.region().number();
        roles.row(shop.owner().id(), "MERCHANT", region, shop.merchant(), null);
        roles.row(shop.counter().id(), "COUNTER", region, null, shop.id());
    }
}
