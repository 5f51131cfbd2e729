package org.townloop.surface.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Consents;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.identity.Roles;
import org.townloop.supply.TestSalon;
import org.townloop.surface.PageClient;
import org.townloop.surface.PageClient.Answer;

/** Coming in by code, as browsers without scripts do. */
@TownTest
@Import(CaughtCodes.class)
class SignInTests {

    @Autowired
    private CaughtCodes codes;

    @Autowired
    private People people;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Consents consents;

    @Autowired
    private Roles roles;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private final String mail = "lin-" + UUID.randomUUID() + "@example.org";
    private PageClient browser = PageClient.visitor(0);

    @BeforeEach
    void aBrowserInATown() {
        TestSalon.with(1, 1);
        browser = PageClient.visitor(port);
    }

    @Test
    void whoComesForTheFirstTimeSaysTheirNameAndIsLedOn() throws IOException {
        var code = asked(browser, mail);
        var named = browser.follow(entered(browser, code, codes.to(mail)));
        assertThat(named.words()).contains("What may we call you?");
        var come = browser.post("/sign-in/name", named, Map.of("name", "Lin Yue", "next", "/my-loop?x=1"));
        assertThat(come.location()).isEqualTo("/my-loop?x=1");
        assertThat(browser.get("/account").words())
                .contains("Signed in as Lin Yue")
                .contains(mail);
    }

    @Test
    void whoIsKnownComesInWithTheCodeAlone() throws IOException {
        var lin = known(mail);
        var come = entered(browser, asked(browser, mail), codes.to(mail));
        assertThat(come.location()).isEqualTo("/my-loop?x=1");
        assertThat(browser.get("/account").words()).contains("Signed in as Lin").doesNotContain("not confirmed");
        assertThat(contacts.owner(new Contact(Contact.Kind.MAIL, mail))).contains(lin);
    }

    @Test
    void aNumberIsTakenAsItIsDialledHere() throws IOException {
        var sent = asked(browser, "138 0013 8000");
        assertThat(sent.words()).contains("+8613800138000");
        assertThat(codes.has("+8613800138000")).isTrue();
    }

    @Test
    void whatIsNeitherNumberNorAddressIsRefusedAndStays() throws IOException {
        for (var typed : new String[] {"lin", "lin@", "010 1234", "a@b", "x\"@example.org", "+86 10 6552 9988"}) {
            var answer = browser.post("/sign-in/code", browser.get("/sign-in"), Map.of("contact", typed));
            assertThat(answer.status()).as(typed).isEqualTo(422);
            assertThat(answer.words()).contains("neither a mobile number nor an e-mail address");
        }
        var answer = browser.post("/sign-in/code", browser.get("/sign-in"), Map.of("contact", "<lin>"));
        assertThat(answer.body()).contains("value=\"&lt;lin>\"");
    }

    @Test
    void aCodeIsGoodOnce() throws IOException {
        known(mail);
        var form = asked(browser, mail);
        var code = codes.to(mail);
        var cookie = browser.cookie("attempt");
        entered(browser, form, code);
        browser.cookie("attempt", cookie);
        assertThat(entered(browser, browser.get("/sign-in"), code).status()).isEqualTo(409);
    }

    @Test
    void aCodeIsGoodForFiveTries() throws IOException {
        known(mail);
        var form = asked(browser, mail);
        var code = codes.to(mail);
        for (int tries = 1; tries < 5; tries++) {
            var wrong = entered(browser, form, CaughtCodes.not(code));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.words()).contains(tries == 4 ? "one try is left" : (5 - tries) + " tries are left");
        }
        assertThat(entered(browser, form, CaughtCodes.not(code)).status()).isEqualTo(409);
        assertThat(entered(browser, form, code).status()).isEqualTo(409);
    }

    @Test
    void aCodeIsGoodForTenMinutes() throws IOException {
        known(mail);
        var form = asked(browser, mail);
        clock.move(Duration.ofMinutes(11));
        assertThat(entered(browser, form, codes.to(mail)).status()).isEqualTo(409);
    }

    @Test
    void aCodeIsGoodInTheBrowserThatAskedForIt() throws IOException {
        known(mail);
        asked(browser, mail);
        var thief = PageClient.visitor(port);
        assertThat(entered(thief, thief.get("/sign-in"), codes.to(mail)).status())
                .isEqualTo(409);
    }

    @Test
    void aNewCodeTakesThePlaceOfTheOld() throws IOException {
        known(mail);
        var form = asked(browser, mail);
        var old = codes.to(mail);
        var other = PageClient.visitor(port);
        var newer = asked(other, mail);
        assertThat(entered(browser, form, old).status()).isEqualTo(409);
        assertThat(entered(other, newer, codes.to(mail)).status()).isEqualTo(303);
    }

    @Test
    void whatStaffWroteDownOfAGuestMakesNobodyTheGuest() throws IOException {
        var contact = new Contact(Contact.Kind.MAIL, mail);
        var guest = people.create(TestSalon.SHANGHAI, "Mrs. Miller", java.util.Locale.ENGLISH)
                .id();
        contacts.note(guest, contact);
        var named = browser.follow(entered(browser, asked(browser, mail), codes.to(mail)));
        assertThat(named.words()).contains("What may we call you?").doesNotContain("Miller");
        browser.post("/sign-in/name", named, Map.of("name", "Lin Yue", "next", "/my-loop"));
        assertThat(browser.get("/account").words()).contains("Signed in as Lin Yue");
        assertThat(contacts.isVerified(guest, contact)).isFalse();
        assertThat(contacts.of(guest)).as("the guest is written to there still").containsExactly(contact);
        assertThat(contacts.owner(contact)).isPresent().get().isNotEqualTo(guest);
    }

    @Test
    void whoWasGivenARoleComesInByWhatWasWrittenDown() throws IOException {
        var contact = new Contact(Contact.Kind.MAIL, mail);
        var operator = people.create(TestSalon.SHANGHAI, "Operator", java.util.Locale.ENGLISH)
                .id();
        contacts.note(operator, contact);
        assertThat(contacts.owner(contact)).isEmpty();
        roles.grant(operator, operator, new Grant(Role.OPERATOR, TestSalon.SHANGHAI, null, null));
        entered(browser, asked(browser, mail), codes.to(mail));
        assertThat(contacts.isVerified(operator, contact)).isTrue();
    }

    @Test
    void whatWasWrittenDownForAGuestKeepsNobodyFromTheirOwnContact() throws IOException {
        var contact = new Contact(Contact.Kind.MAIL, mail);
        var guest = people.create(TestSalon.SHANGHAI, "Guest", java.util.Locale.ENGLISH)
                .id();
        contacts.note(guest, contact);
        var lin = TestPeople.resident(TestSalon.SHANGHAI);
        var hers = PageClient.of(port, lin);
        var sent = hers.follow(hers.post("/account/contacts", hers.get("/account"), Map.of("contact", mail)));
        var added = hers.post("/account/contacts/code", sent, Map.of("code", codes.to(mail)));
        assertThat(added.status()).as(added.words()).isEqualTo(303);
        assertThat(contacts.owner(contact)).contains(new PersonId(lin.id()));
        assertThat(contacts.of(guest)).as("the guest is written to there still").containsExactly(contact);
        assertThat(contacts.isVerified(guest, contact)).isFalse();
        assertThat(contacts.mayBe(new PersonId(lin.id()), guest)).isTrue();
        assertThat(contacts.mayBe(guest, new PersonId(lin.id()))).isFalse();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtTheNextClick() throws IOException {
        var salon = TestSalon.with(1, 1);
        var lin = known(mail);
        var grant = new Grant(Role.MERCHANT, salon.region(), salon.merchant().value(), null);
        roles.grant(lin, lin, grant);
        entered(browser, asked(browser, mail), codes.to(mail));
        var desk = "/desk?place=" + salon.place().value();
        assertThat(browser.get(desk).status()).isEqualTo(200);
        roles.revoke(lin, lin, grant);
        assertThat(browser.get(desk).status()).isEqualTo(404);
    }

    @Test
    void neitherTheCodeNorTheSecretStandsInTheDatabase() throws IOException {
        asked(browser, mail);
        var row = jdbc.sql("select s::text from identity.sign_in s where value = ?")
                .param(mail)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(codes.to(mail)).doesNotContain(browser.cookie("attempt"));
    }

    private PersonId known(String address) {
        var person = people.create(TestSalon.SHANGHAI, "Lin", java.util.Locale.ENGLISH)
                .id();
        contacts.note(person, new Contact(Contact.Kind.MAIL, address));
        jdbc.sql("update identity.contact set verified_at = now() where person_id = ?")
                .param(person.value())
                .update();
        consents.agreeToTerms(person, "sign-up");
        return person;
    }

    /** The form for the code that was sent. */
    private static Answer asked(PageClient browser, String contact) throws IOException {
        var fields = Map.of("contact", contact, "next", "/my-loop?x=1");
        return browser.follow(browser.post("/sign-in/code", browser.get("/sign-in"), fields));
    }

    private static Answer entered(PageClient browser, Answer form, String code) throws IOException {
        return browser.post("/sign-in/entry", form, Map.of("code", code, "next", "/my-loop?x=1"));
    }
}
