package org.townloop.surface.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Consents;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.PersonalRecords;
import org.townloop.supply.TestSalon;
import org.townloop.surface.PageClient;
import org.townloop.surface.page.Pages;
import org.townloop.surface.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Somebody takes their data along, and then leaves. */
@TownTest
class DataPageTests {

    @LocalServerPort
    int port;

    @Autowired
    Archive archive;

    @Autowired
    Pages pages;

    @Autowired
    Texts texts;

    @Autowired
    Erasures erasures;

    @Autowired
    PersonalRecords records;

    @Autowired
    People people;

    @Autowired
    Contacts contacts;

    @Autowired
    Consents consents;

    @Autowired
    JdbcClient jdbc;

    private final TestSalon salon = TestSalon.with(1, 1);
    private final TestPeople resident = TestPeople.resident(salon.region());
    private final PersonId person = new PersonId(resident.id());

    @Test
    void theArchiveHasEverythingForProgramsAndForReaders() throws IOException {
        contacts.note(person, new Contact(Contact.Kind.MAIL, "lin" + resident.id() + "@example.org"));
        consents.agreeToTerms(person, "sign-up");
        var files = unzipped();
        assertThat(files.keySet()).contains("index.html", "account.json", "contacts.json", "orders.json");
        var account = JsonMapper.shared().readTree(files.get("account.json"));
        assertThat(account.get(0).path("name").asString()).isEqualTo("Lin");
        assertThat(files.get("contacts.json")).contains("lin" + resident.id());
        assertThat(files.get("index.html")).contains("Your data in Townloop", "我在小城圈的数据", "lin" + resident.id());
        assertThat(files.values()).allSatisfy(file -> assertThat(file).doesNotContain(resident.token()));
    }

    @Test
    void moreRowsThanAPageAreAllThere() {
        jdbc.sql("""
            insert into identity.audit (at, person_id, action, subject)
            select now(), ?, 'sign-in', 'n' || n from generate_series(1, 1201) n
            """).param(resident.id()).update();
        var audit = erasures.kept().stream()
                .filter(kept -> kept.table().equals("identity.audit"))
                .findFirst()
                .orElseThrow();
        var seen = new HashSet<String>();
        assertThat(records.read(audit, person, seen::add)).isEqualTo(1201);
        assertThat(seen).hasSize(1201);
    }

    @Test
    void everyKindAndEveryColumnHasItsWordsInBothLanguages() throws IOException {
        for (var kept : erasures.kept()) {
            assertThat(texts.in(Texts.ENGLISH).has("privacy.kept." + kept.what()))
                    .as(kept.what())
                    .isTrue();
            if (kept.fate() == Kept.Fate.STAYS_NAMELESS) {
                assertThat(texts.in(Texts.ENGLISH).has("privacy.why." + kept.what()))
                        .as("why " + kept.what() + " stays")
                        .isTrue();
            }
            if (!kept.shown().isEmpty()) {
                assertThat(columns(kept))
                        .as(kept.what())
                        .allSatisfy(column -> assertThat(texts.in(Texts.ENGLISH).has("privacy.column." + column))
                                .as(column)
                                .isTrue());
            }
        }
    }

    @Test
    void whoTypesTheirNameIsGoneAtOnce() throws IOException {
        var browser = PageClient.of(port, resident);
        var page = browser.get("/account/data");
        assertThat(page.words()).contains("This is deleted", "This stays, without your name");

        var slip = browser.post("/account/data/erasure", page, Map.of("name", "Somebody", "words", "stay"));
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.words()).contains("That is not your name");
        assertThat(slip.body()).contains("value=\"Somebody\"").containsPattern("value=\"stay\"[^>]* checked");
        assertThat(people.get(person).erased()).isFalse();

        for (var undecided : List.of("zzz", "")) {
            var odd = browser.post("/account/data/erasure", page, Map.of("name", "Lin", "words", undecided));
            assertThat(odd.status()).as(undecided).isEqualTo(422);
            assertThat(odd.words()).contains("Nothing was erased");
            assertThat(people.get(person).erased()).isFalse();
        }

        var gone = browser.post("/account/data/erasure", page, Map.of("name", "Lin", "words", "go"));
        assertThat(browser.follow(gone).words()).contains("You are forgotten");
        assertThat(people.get(person).erased()).isTrue();
        assertThat(browser.get("/account/data").location()).startsWith("/sign-in");
    }

    @Test
    void termsAreAskedForUntilTheyAreAgreedToInTheirLatestText() throws IOException {
        assertThat(consents.toTerms(person)).isFalse();
        var browser = PageClient.of(port, resident);
        var asked = browser.get("/agree?next=/my-loop");
        var agreed = browser.post("/agree", asked, Map.of("next", "/my-loop"));
        assertThat(agreed.location()).endsWith("/my-loop");
        assertThat(consents.toTerms(person)).isTrue();

        jdbc.sql("insert into identity.consent (person_id, subject, version, given, at, place)"
                        + " values (?, 'terms', 'another', true, now(), 'sign-up')")
                .param(resident.id())
                .update();
        assertThat(consents.toTerms(person))
                .as("another text is not the one shown now")
                .isFalse();
        consents.note(person, "messages.news.mail", true, "account");
        consents.note(person, "messages.news.mail", false, "mail");
        assertThat(consents.of(person, 10))
                .filteredOn(consent -> consent.subject().startsWith("messages"))
                .extracting(Consents.Consent::given)
                .containsExactly(false, true);
        for (var path : new String[] {"/terms", "/privacy", "/terms?lang=zh-CN", "/privacy?lang=zh-CN"}) {
            assertThat(browser.get(path).status()).isEqualTo(200);
            assertThat(browser.get(path).body()).as("Chinese has no spaces").doesNotContain("。 ");
        }
    }

    private List<String> columns(Kept kept) {
        var columns = new ArrayList<String>();
        jdbc.sql("select * from (" + kept.shown() + ") r limit 0")
                .param("person", resident.id())
                .query(rows -> {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        columns.add(rows.getMetaData().getColumnName(i));
                    }
                    return columns;
                });
        return columns;
    }

    private Map<String, String> unzipped() throws IOException {
        var out = new ByteArrayOutputStream();
        archive.write(pages.of(new MockHttpServletRequest(), Texts.ENGLISH), person, out);
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
