package org.townloop.surface.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.TokenScope;
import org.townloop.base.identity.Tokens;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.Scan;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Marked names, contacts, codes and tokens go through the town; none of them turns up in a log or in an error. */
@TownTest
@Import(CaughtCodes.class)
class CanaryTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    CaughtCodes codes;

    @Autowired
    People people;

    @Autowired
    Contacts contacts;

    @Autowired
    Tokens tokens;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext program;

    private final String number = Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
    private final String mail = "canary" + number + "@birds.example";
    private final String phone = "+86137" + number;
    private final String name = "Canary" + number;
    private final List<String> marks = new ArrayList<>(List.of(mail, phone, "137" + number, name));
    private final List<String> errors = new ArrayList<>();
    private final TestSalon salon = TestSalon.with(1, 1);
    private final TestPeople resident = TestPeople.resident(salon.region());
    private final TestPeople counter = TestPeople.counterOf(salon);

    @Test
    void noneOfThemIsLoggedOrToldInAnError() throws Exception {
        clock.set(TestClock.START);
        try (var log = new Eavesdropper()) {
            signIn();
            pay();
            misuse();
            breakDown();
            LoggerFactory.getLogger("org.townloop.control").debug("planted {}", name);
            assertThat(found(log.heard(), name))
                    .as("the one that was planted, and no other")
                    .hasSize(1);
            marks.remove(name);
            assertThat(marks)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(mark -> assertThat(found(log.heard(), mark))
                            .as("logged: " + mark)
                            .isEmpty());
        }
        marks.add(name);
        assertThat(errors).hasSizeGreaterThan(8);
        assertThat(marks)
                .allSatisfy(mark -> assertThat(found(errors, mark))
                        .as("in an error: " + mark)
                        .isEmpty());
        assertThat(found(List.of("it says " + mail), mail)).hasSize(1);
    }

    /** By code: asked for, mistaken, entered, a name given; and by a number that is somebody's already. */
    private void signIn() throws IOException {
        var browser = PageClient.visitor(port);
        var form = browser.follow(browser.post("/sign-in/code", browser.get("/sign-in"), Map.of("contact", mail)));
        var code = codes.to(mail);
        browser.post("/sign-in/entry", form, Map.of("code", CaughtCodes.not(code), "next", "/"));
        var named = browser.follow(browser.post("/sign-in/entry", form, Map.of("code", code, "next", "/")));
        browser.post("/sign-in/name", named, Map.of("name", name, "next", "/"));
        assertThat(browser.get("/account").words()).contains(name);
        var visitor = PageClient.visitor(port);
        visitor.post("/sign-in/code", visitor.get("/sign-in"), Map.of("contact", phone));
    }

    /** Until the town knows, the same payment is still open. */
    private boolean isDeclined(UUID order) {
        return jdbc.sql("select count(*) from payment.intent i join payment.share s on s.intent_id = i.id"
                                + " where s.order_id = ? and i.state = 'DECLINED'")
                        .param(order)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private void pay() throws IOException {
        jdbc.sql("update identity.person set name = ? where id = ?")
                .params(name, resident.id())
                .update();
        marks.add(resident.token());
        marks.add(counter.token());
        var client = new LoopClient(port);
        var order = client.post(resident, "/api/orders", UUID.randomUUID().toString(), wish())
                .id();
        client.press(pay(client, order), "decline");
        await().atMost(Duration.ofSeconds(10)).until(() -> isDeclined(order));
        clock.move(Duration.ofSeconds(1));
        client.press(pay(client, order), "succeed");
        client.order(resident, order, "PAID");
        var token = client.tokens(resident, order).getFirst();
        marks.add(token);
        client.redeem(counter, token, "n1");
        client.redeem(counter, token, "n2");
        client.redeem(counter, token.substring(0, token.length() - 3) + "AAA", "n3");
        client.order(resident, order, "SETTLED");
    }

    /** Whatever is sent with a mark in it is refused without the mark. */
    private void misuse() throws IOException {
        var client = new LoopClient(port);
        for (Object body : List.of(
                Map.of("offerId", name, "slotStart", mail),
                Map.of("offerId", UUID.randomUUID(), "slotStart", name, "quantity", 1),
                Map.of("offerId", offer(), "slotStart", SATURDAY.toString(), "quantity", name),
                Map.of(name, mail),
                List.of(name, phone))) {
            errors.add(client.post(resident, "/api/orders", UUID.randomUUID().toString(), body)
                    .body()
                    .toString());
        }
        errors.add(client.post(resident, "/api/redemptions", "", Map.of("items", name))
                .body()
                .toString());
        errors.add(client.post(
                        counter, "/api/redemptions", "", Map.of("items", List.of(Map.of("token", marks.getLast()))))
                .body()
                .toString());
        var stranger = new TestPeople(UUID.randomUUID(), "townloop_" + name);
        errors.add(client.get(stranger, "/api/me").body().toString());
    }

    private void breakDown() throws Exception {
        var person = new PersonId(resident.id());
        var contact = new Contact(Contact.Kind.MAIL, "x" + mail);
        contacts.note(person, contact);
        marks.add(contact.value());
        var actor = people.actor(person).orElseThrow();
        var token = tokens.issue(actor, "program", TokenScope.everything());
        marks.add(token.secret());
        Object[] known = {contact, actor, people.get(person), token, new Scan(token.secret(), "n")};
        var mishap = new Mishap(jdbc, contact.value(), known);
        var forPrograms = new Mishap.ForPrograms(known);
        var routes = program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        routes.registerMapping(RequestMappingInfo.paths("/mishap/page").build(), mishap, method(mishap, "page"));
        routes.registerMapping(RequestMappingInfo.paths("/mishap/twice").build(), mishap, method(mishap, "twice"));
        routes.registerMapping(
                RequestMappingInfo.paths("/api/offers/mishap/call").build(), forPrograms, method(forPrograms, "call"));
        var browser = PageClient.visitor(port);
        for (var path : List.of("/mishap/page", "/mishap/twice")) {
            var answer = browser.get(path);
            assertThat(answer.status()).isGreaterThanOrEqualTo(500);
            errors.add(answer.body());
        }
        var answer = new LoopClient(port).get(resident, "/api/offers/mishap/call");
        assertThat(answer.status()).isEqualTo(500);
        errors.add(answer.body().toString());
    }

    private static Method method(Object owner, String name) {
        return Arrays.stream(owner.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> wish() {
        return Map.of("offerId", offer(), "slotStart", SATURDAY.toString(), "answers", Map.of("who", name));
    }

    private String pay(LoopClient client, UUID order) throws IOException {
        return client.pay(resident, order, UUID.randomUUID().toString()).text("redirectUrl");
    }

    private UUID offer() {
        return switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static List<String> found(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(mark.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
