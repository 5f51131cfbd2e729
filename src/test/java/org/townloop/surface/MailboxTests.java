package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.identity.CodePost;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.PersonId;
import org.townloop.base.notice.Channel;
import org.townloop.base.notice.Chosen;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.Preferences;
import org.townloop.base.notice.Reminders;
import org.townloop.base.notice.StopLinks;
import org.townloop.base.notice.Topic;
import org.townloop.supply.offer.Offers;

/** From what happens to what somebody reads in their mail, and what they say about it. */
@TownTest
class MailboxTests {

    @LocalServerPort
    int port;

    @Autowired
    LaterNotices laterNotices;

    @Autowired
    Reminders reminders;

    @Autowired
    Offers offers;

    @Autowired
    Contacts contacts;

    @Autowired
    Preferences preferences;

    @Autowired
    Notices notices;

    @Autowired
    StopLinks stopLinks;

    @Autowired
    CodePost codes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private SalonDay day;
    private String address;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = SalonDay.open(port, offers);
        address = UUID.randomUUID() + "@example.com";
        contacts.note(guest(), new Contact(Contact.Kind.MAIL, address));
    }

    @Test
    void aCodeIsFoundInTheInboxOfTheDemo() {
        var contact = new Contact(Contact.Kind.MAIL, UUID.randomUUID() + "@example.com");
        codes.post(contact, "314159", Locale.SIMPLIFIED_CHINESE);
        assertThat(mail(contact.value(), 1)).contains("314159").contains("验证码");
    }

    @Test
    void whoPaysGetsAConfirmationAndAfterTheVisitOneQuestionIfTheyAgreed() throws IOException {
        preferences.choose(guest(), Map.of(new Chosen.Choice(Topic.REVIEW, Channel.MAIL), true));
        var order = day.paid(SalonDay.AT_THREE);
        assertThat(mail(address, 1))
                .contains("Booked: Haircut, Thu 26 Nov, 15:00")
                .contains("/orders/" + order);

        day.visited(order);
        untilLaterIsNoted(order);
        clock.move(Duration.ofHours(2).plusMinutes(1));
        laterNotices.tellDue(1000);
        assertThat(mail(address, 2)).contains("How was Haircut?");
        laterNotices.tellDue(1000);
        assertThat(jdbc.sql("select count(*) from notice.delivery where person_id = ? and letter = 'REVIEW_ASKED'")
                        .param(day.guest().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsHadOnADayIsToldWithItsDayAndNoTime() throws IOException {
        day = SalonDay.dining(port, offers);
        contacts.note(guest(), new Contact(Contact.Kind.MAIL, "menu-" + address));
        var tomorrow = SalonDay.TODAY.plus(Duration.ofDays(1));
        day.fish(tomorrow);
        assertThat(mail("menu-" + address, 1))
                .contains("Booked: Lunch by the river, Fri 27 Nov")
                .doesNotContain("00:00");
        var guest = PageClient.of(port, day.guest());
        assertThat(guest.get("/my-loop").words())
                .contains("Paid: Lunch by the river at Tongxin Hair, tomorrow.")
                .doesNotContain("00:00");
        assertThat(guest.get("/my-loop?lang=zh-CN").words())
                .contains("已付款：同心美发“河边午市套餐”，明天。")
                .doesNotContain("00:00");
        assertThat(PageClient.of(port, day.owner()).get("/desk/notices").words())
                .contains("Lunch by the river, tomorrow")
                .doesNotContain("00:00");

        clock.set(tomorrow.minus(Duration.ofHours(3)));
        reminders.tellDue(1000);
        assertThat(mail("menu-" + address, 2))
                .contains("Soon: Lunch by the river, Fri 27 Nov")
                .doesNotContain("00:00");
    }

    @Test
    void whatIsUntickedIsNotSentAnyMore() throws IOException {
        var guest = PageClient.of(port, day.guest());
        var page = guest.get("/account/messages");
        assertThat(page.body()).contains("value=\"CONFIRMATION.MAIL\" checked");
        assertThat(page.words()).doesNotContain(address, "Your shop");
        var saved = guest.post("/account/messages", page, Map.of("want", "REMINDER.MAIL", "from", "0", "until", "0"));
        var after = guest.follow(saved);
        assertThat(after.words()).contains("Saved");
        assertThat(after.body())
                .contains("value=\"REMINDER.MAIL\" checked")
                .doesNotContain("CONFIRMATION.MAIL\" checked");
        assertThat(preferences.of(guest()).quiet().areNone()).isTrue();
        day.paid(SalonDay.AT_THREE);
        assertThat(jdbc.sql("select count(*) from notice.delivery where person_id = ? and channel = 'MAIL'")
                        .param(day.guest().id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMailIsStoppedByTheLinkInItAndNotByLookingAtIt() throws IOException {
        var visitor = PageClient.visitor(port);
        var link = stopLinks.of(guest(), Topic.REMINDER).getPath();
        assertThat(visitor.get(link).words()).contains("Reminders");
        assertThat(preferences.of(guest()).wants(Topic.REMINDER, Channel.MAIL)).isTrue();
        assertThat(visitor.post(link, Map.of("List-Unsubscribe", "One-Click")).status())
                .isEqualTo(200);
        assertThat(preferences.of(guest()).wants(Topic.REMINDER, Channel.MAIL)).isFalse();
        assertThat(preferences.of(guest()).wants(Topic.CONFIRMATION, Channel.MAIL))
                .isTrue();
        assertThat(visitor.post("/messages/stop/AAAA", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void anAddressOfOurOwnIsNoPushAddress() throws IOException {
        var guest = PageClient.of(port, day.guest());
        var page = guest.get("/account/messages");
        for (var endpoint : new String[] {"http://localhost/x", "https://push.example:8443/x", "nothing"}) {
            var refused = guest.post(
                    "/account/messages/browsers",
                    page,
                    Map.of("endpoint", endpoint, "p256dh", "AAAA", "auth", "AAAAAAAAAAAAAAAAAAAAAA"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.words()).contains("Your browser gave no address");
        }
    }

    private PersonId guest() {
        return new PersonId(day.guest().id());
    }

    /** The inbox as a reader sees it, once so many have arrived. */
    private String mail(String to, int count) {
        return await().until(
                        () -> jdbc.sql("""
                            select subject || ' ' || body as mail from sandbox.message
                            where recipient = ? order by at, id
                            """)
                                .param(to)
                                .query((row, number) -> row.getString("mail"))
                                .list(),
                        found -> found.size() >= count)
                .toString();
    }

    /** Events are read by somebody else, a moment later. */
    private void untilLaterIsNoted(UUID order) {
        await().until(() -> jdbc.sql("select count(*) from notice.later where subject_id = ?")
                        .param(order)
                        .query(Integer.class)
                        .single()
                == 1);
    }
}
