package org.townloop.supply.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.townloop.base.kernel.Words;

/** Says in sentences what a version of a pack has otherwise than another one. */
final class PackDifference {

    private final Pack before;
    private final Pack after;
    private final List<Words> sentences = new ArrayList<>();

    PackDifference(Pack before, Pack after) {
        this.before = before;
        this.after = after;
    }

    List<Words> sentences() {
        words("The name", "名称", before.name(), after.name());
        words("The summary", "简介", before.summary(), after.summary());
        words("The unit", "计量单位", before.unitWord(), after.unitWord());
        words("The word for staff", "员工称呼", before.staffWord(), after.staffWord());
        compare("Way of booking", "预订方式", before.modes(), after.modes(), Mode::key, Mode::label, this::mode);
        compare(
                "Attribute",
                "属性",
                before.attributes(),
                after.attributes(),
                Attribute::key,
                Attribute::label,
                this::attribute);
        compare(
                "Resource",
                "资源",
                before.resourceKinds(),
                after.resourceKinds(),
                Pack.ResourceKind::key,
                Pack.ResourceKind::label,
                (one, other) -> renamed(one.label(), other.label()));
        practice(before.practice(), after.practice());
        synonyms();
        if (!before.pattern().equals(after.pattern())) {
            say("The drawing is another one.", "图案有变。");
        }
        if (!before.offlineCaps().equals(after.offlineCaps())) {
            say("Counters without a network accept another amount.", "断网核销的限额有变。");
        }
        return List.copyOf(sentences);
    }

    private void practice(Practice one, Practice other) {
        compare(
                "Question",
                "预订前的问题",
                one.questions(),
                other.questions(),
                Question::key,
                Question::label,
                this::question);
        compare(
                "Check",
                "预订检查",
                one.checks(),
                other.checks(),
                check -> check.require() + check.mode(),
                Check::refusal,
                (was, is) -> renamed(was.refusal(), is.refusal()));
        compare(
                "Step",
                "服务步骤",
                one.standard(),
                other.standard(),
                Practice.Step::key,
                Practice.Step::label,
                (was, is) -> renamed(was.label(), is.label()));
        compare(
                "Complaint",
                "投诉类别",
                one.complaints(),
                other.complaints(),
                Practice.Complaint::key,
                Practice.Complaint::label,
                this::complaint);
    }

    private void mode(Mode was, Mode is) {
        renamed(was.label(), is.label());
        sentences.addAll(new PolicyDifference(was, is).sentences());
        if (!was.booking().equals(is.booking())) {
            sayOf(is.label(), "is booked with other parameters.", "的预订参数有变。");
        }
        if (was.voucherValidDays() != is.voucherValidDays()) {
            sayOf(
                    is.label(),
                    "its vouchers are good for " + is.voucherValidDays() + " days instead of " + was.voucherValidDays()
                            + ".",
                    "的券有效期由 " + was.voucherValidDays() + " 天改为 " + is.voucherValidDays() + " 天。");
        }
    }

    private void attribute(Attribute was, Attribute is) {
        renamed(was.label(), is.label());
        if (was.type() != is.type()) {
            sayOf(
                    is.label(),
                    "is a " + name(is.type()) + " instead of a " + name(was.type()) + ".",
                    "的类型由 " + name(was.type()) + " 改为 " + name(is.type()) + "。");
        }
        compare(
                "Choice of “" + in(is.label(), Locale.ENGLISH) + "”",
                "“" + in(is.label(), Locale.CHINESE) + "”的选项",
                was.choices(),
                is.choices(),
                Attribute.Choice::key,
                Attribute.Choice::label,
                (one, other) -> renamed(one.label(), other.label()));
        if (was.facet() != is.facet()) {
            sayOf(
                    is.label(),
                    is.facet() ? "can be searched by now." : "can no longer be searched by.",
                    is.facet() ? "现可用于筛选。" : "不再用于筛选。");
        }
        if (!was.statedBy().equals(is.statedBy())) {
            sayOf(is.label(), "is stated by others than before.", "的填写者有变。");
        }
        if (isRequired(before, was) != isRequired(after, is)) {
            sayOf(
                    is.label(),
                    isRequired(after, is) ? "must be stated now." : "need no longer be stated.",
                    isRequired(after, is) ? "现为必填。" : "不再必填。");
        }
        if (!Objects.equals(rules(before, was), rules(after, is))) {
            sayOf(is.label(), "has other limits or another unit.", "的取值范围或单位有变。");
        }
    }

    private static Map<String, String> rules(Pack pack, Attribute attribute) {
        var rules = new LinkedHashMap<String, String>();
        var node = pack.schema().at("/properties/" + attribute.key());
        for (var rule : List.of("minimum", "maximum", "minLength", "maxLength", "minItems", "uniqueItems", "unit")) {
            rules.put(rule, node.path(rule).toString());
        }
        return rules;
    }

    private void question(Question was, Question is) {
        renamed(was.label(), is.label());
        if (was.required() != is.required()) {
            sayOf(
                    is.label(),
                    is.required() ? "must be answered now." : "need no longer be answered.",
                    is.required() ? "现为必答。" : "不再必答。");
        }
        if (was.type() != is.type()
                || !was.choices().equals(is.choices())
                || !Objects.equals(was.min(), is.min())
                || !Objects.equals(was.max(), is.max())) {
            sayOf(is.label(), "is answered otherwise.", "的回答方式有变。");
        }
    }

    private void complaint(Practice.Complaint was, Practice.Complaint is) {
        renamed(was.label(), is.label());
        if (!Objects.equals(was.step(), is.step())) {
            sayOf(is.label(), "concerns another step.", "对应的步骤有变。");
        }
    }

    private static boolean isRequired(Pack pack, Attribute attribute) {
        return pack.schema()
                .path("required")
                .valueStream()
                .anyMatch(key -> key.asString().equals(attribute.key()));
    }

    private void synonyms() {
        var was = Set.copyOf(before.synonyms());
        var is = Set.copyOf(after.synonyms());
        is.stream()
                .filter(group -> !was.contains(group))
                .forEach(group -> say(
                        "New words that mean the same: " + String.join(", ", group) + ".",
                        "新增同义词：" + String.join("、", group) + "。"));
        was.stream()
                .filter(group -> !is.contains(group))
                .forEach(group -> say(
                        "No longer mean the same: " + String.join(", ", group) + ".",
                        "删去同义词：" + String.join("、", group) + "。"));
    }

    /** What to say of what is there in both. */
    private interface Both<T> {
        void compare(T was, T is);
    }

    private <T> void compare(
            String en,
            String zh,
            List<T> was,
            List<T> is,
            Function<T, String> key,
            Function<T, Words> label,
            Both<T> both) {
        var then = new LinkedHashMap<String, T>();
        was.forEach(each -> then.put(key.apply(each), each));
        for (var each : is) {
            var old = then.remove(key.apply(each));
            if (old == null) {
                sayThat(en, zh, label.apply(each), "is new.", "为新增。");
            } else if (!old.equals(each)) {
                both.compare(old, each);
            } else if (each instanceof Attribute attribute) {
                attribute(attribute, attribute);
            }
        }
        then.values().forEach(gone -> sayThat(en, zh, label.apply(gone), "is gone.", "已删去。"));
    }

    private void words(String en, String zh, Words was, Words is) {
        if (!was.equals(is)) {
            say(
                    en + " is “" + in(is, Locale.ENGLISH) + "” instead of “" + in(was, Locale.ENGLISH) + "”.",
                    zh + "由“" + in(was, Locale.CHINESE) + "”改为“" + in(is, Locale.CHINESE) + "”。");
        }
    }

    private void renamed(Words was, Words is) {
        if (!was.equals(is)) {
            say(
                    "“" + in(was, Locale.ENGLISH) + "” is called “" + in(is, Locale.ENGLISH) + "” now.",
                    "“" + in(was, Locale.CHINESE) + "”改称“" + in(is, Locale.CHINESE) + "”。");
        }
    }

    private void sayThat(String en, String zh, Words name, String english, String chinese) {
        say(en + " “" + in(name, Locale.ENGLISH) + "” " + english, zh + "“" + in(name, Locale.CHINESE) + "”" + chinese);
    }

    private void sayOf(Words name, String english, String chinese) {
        say("“" + in(name, Locale.ENGLISH) + "” " + english, "“" + in(name, Locale.CHINESE) + "”" + chinese);
    }

    private void say(String en, String zh) {
        sentences.add(Words.of(en, zh));
    }

    private static String in(Words words, Locale locale) {
        return words.in(locale);
    }

    private static String name(Attribute.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
