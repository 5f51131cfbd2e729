package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages in Chinese, from link to link: what is in Latin letters there is a name, or a word that has no other. */
@ExtendWith(OpenTown.Door.class)
class ChineseWalkTests {

    private static final int MOST_PAGES = 45;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z’'-]+");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    /** What is called so in Chinese too. */
    private static final Set<String> WORDS = Set.of(
            "English",
            "OpenStreetMap",
            "Google",
            "Outlook",
            "iCal",
            "iCalendar",
            "webcal",
            "Townloop",
            "CSV",
            "PDF",
            "XML",
            "BIC",
            "IBAN",
            "CNY",
            "pain",
            "camt",
            "INV-",
            "JPEG",
            "PNG",
            "WebP",
            "MB",
            "Cookie",
            "ZIP",
            "JSON",
            "JavaScript",
            "Authorization",
            "Bearer",
            "https",
            "HTTPS",
            "Wi-Fi",
            "PH",
            "min");

    /** Files and programs, other towns, texts with parameters, and devices by the names they gave themselves. */
    private static final List<String> NOT_WALKED = List.of(
            "/api",
            "/media",
            "/look",
            "/town",
            "/sandbox",
            "/seal",
            "/map",
            "/privacy",
            "/terms",
            "/account",
            "/office/messages",
            "/counter/app");

    private final OpenTown town;

    ChineseWalkTests(OpenTown town) {
        this.town = town;
    }

    @Test
    void theDeskIsInChinese() {
        walk("Tong Xin", "/desk", "/desk/offers/new", "/desk/offers/new?from=odd", "/desk/hours", "/desk/people");
    }

    @Test
    void theDeskOfARestaurantIsInChinese() {
        walk("Mei Yu", "/desk", "/desk/offers/new?from=odd", "/desk/start", "/desk/pictures");
    }

    @Test
    void thePortalIsInChinese() {
        walk("Chen Bo", "/", "/search", "/my-loop", "/for-merchants", "/for-merchants/new");
    }

    @Test
    void theOfficeIsInChinese() {
        walk("Shen Guang", "/office", "/office/merchants", "/office/needs");
    }

    @Test
    void whatIsRefusedIsRefusedInChinese() {
        var house = chinese("Mei Yu");
        var form = house.get(Knocker.first(house.get("/desk/offers").body(), "href=\"(/desk/offers/[0-9a-f-]{36})"));
        var path = form.uri().getPath();
        for (var wrong : List.of("attr.cuisine", "attr.feeds", "windowDays", "lastSaleDay", "blockedDays", "menu")) {
            var answer = house.send(
                    form.body(), path, Map.of("titleZh", "午餐", "price", "68", "dailyCapacity", "9", wrong, "-1"));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(foreign(answer.body(), names())).as(wrong).isEmpty();
        }
    }

    @Test
    void aBareKeyIsSeen() {
        assertThat(foreign("<p>请选择：<b>home</b>, Lin Yue</p><p lang=\"en\">Words</p>", Set.of("Lin", "Yue")))
                .containsExactly("home");
    }

    private void walk(String name, String... from) {
        var visitor = chinese(name);
        var names = names();
        var ahead = new ArrayDeque<>(List.of(from));
        var seen = new HashSet<>(ahead);
        var found = new TreeMap<String, Set<String>>();
        for (int pages = 0; pages < MOST_PAGES && !ahead.isEmpty(); pages++) {
            var path = ahead.poll();
            var body = visitor.get(path).body();
            var words = foreign(body, names);
            if (!words.isEmpty()) {
                found.put(path, words);
            }
            LINK.matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link ->
                            !link.contains("lang=") && NOT_WALKED.stream().noneMatch(link::startsWith))
                    .filter(link -> link.length() == 1 || !link.contains("."))
                    .filter(seen::add)
                    .forEach(ahead::add);
        }
        assertThat(found).isEmpty();
    }

    private Knocker chinese(String name) {
        var visitor = Knocker.as(town, name);
        visitor.get("/?lang=zh-CN");
        return visitor;
    }

    private static Set<String> foreign(String body, Set<String> names) {
        var words = body.replaceAll("(?s)<(script|style|svg|code)[^>]*>.*?</\\1>", " ")
                .replaceAll("(?s)<(\\w+)[^>]* lang=\"en\"[^>]*>.*?</\\1>", " ")
                .replaceAll("(?s)<[^>]+>", " ")
                .replaceAll("&[a-z#0-9]+;", " ");
        return WORD.matcher(words)
                .results()
                .map(word -> word.group())
                .filter(word -> !names.contains(word) && !WORDS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of people, and of places and streets that have no Chinese one; and what people wrote in one language. */
    private Set<String> names() {
        return town.ask(JdbcClient.class).sql("""
            select name from identity.person
            union all select name ->> 'en' from merchant.place where name ->> 'zh' is null
            union all select address ->> 'en' from merchant.place where address ->> 'zh' is null
            union all select text from feedback.review where text is not null
                    union all select reply from feedback.review where reply is not null
                    union all select attributes ->> 'dishes' from offer.version
                    union all select attributes ->> 'needs' from offer.version
            union all select title ->> 'en' from offer.version where coalesce(title ->> 'zh', '') = ''
            union all select upper(code) from region.region
            union all select depositary || ' ' || reference from stored.term
            union all select calendar from region.holiday
            """).query(String.class).list().stream()
                .flatMap(name -> name == null
                        ? Stream.of()
                        : WORD.matcher(name).results().map(word -> word.group()))
                .collect(Collectors.toSet());
    }
}
