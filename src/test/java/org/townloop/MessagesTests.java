package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import badtown.texts.SilentReason;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Reason;

/** That the town speaks both of its languages, everywhere. */
class MessagesTests {

    private static final MessageBook BOOK = MessageBook.read("src/main/resources/messages");

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(BOOK.faults()).isEmpty();
        assertThat(BOOK.english()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.key = Pay, b.key = 支付, has no Chinese text",
        "a.key = Pay {total}, a.key = 支付 {sum}, takes",
        "a.key = Pay {total, a.key = 支付, is no message in en",
        "a.key = Pay 支付, a.key = 支付, has Chinese in its English text",
        "a.key = Pay now, a.key = Pay now, is not translated",
        "a.key = Pay {n} now, 'a.key = {n, plural, other {Pay it now}}', is not translated",
        "a.key =, a.key = 支付, is empty",
    })
    void aTextThatIsWrongIsRejected(String english, String chinese, String fault) {
        var book = new MessageBook(MessageBook.parse(english), MessageBook.parse(chinese));
        assertThat(book.faults()).anyMatch(sentence -> sentence.contains(fault));
    }

    @Test
    void everyReasonToRefuseHasItsSentence() {
        var reasons = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.townloop").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Reason.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(reasons).isNotEmpty();
        assertThat(BOOK.unknown(reasons.stream().flatMap(MessagesTests::keys))).isEmpty();
        assertThat(BOOK.unknown(keys(SilentReason.class))).hasSize(1);
    }

    private static Stream<String> keys(Class<?> reasons) {
        return Arrays.stream(reasons.getEnumConstants()).map(each -> "refusal." + ((Reason) each).code());
    }

    @Test
    void everyTextAskedForExists() {
        var files = Stream.concat(
                SourceFile.below("src/main/resources/templates", ".jte").stream(),
                SourceFile.below("src/main/java/org/townloop/surface", ".java").stream());
        assertThat(files.flatMap(
                        file -> BOOK.unknown(MessageBook.usedIn(file)).map(fault -> file.path() + ": " + fault)))
                .isEmpty();
    }

    @Test
    void aTextAskedForThatDoesNotExistIsRejected() {
        var book = new MessageBook(Map.of("portal.home.title", "Home"), Map.of("portal.home.title", "首页"));
        var page = SourceFile.of(
                "home.jte", "<h1>${page.text(\"portal.home.title\")}</h1>${texts.get(\"portal.home.gone\", Map.of())}");
        assertThat(book.unknown(MessageBook.usedIn(page))).containsExactly("portal.home.gone has no text");
    }
}
