package org.townloop.supply.pack;

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
    private final DifferenceWords said = new DifferenceWords();

    PackDifference(Pack before, Pack after) {
        this.before = before;
        this.after = after;
    }

    List<Words> sentences() {
        said.words("The name", "名称", before.name(), after.name());
        said.words("The summary", "简介", before.summary(), after.summary());
        said.words("The unit", "计量单位", before.unitWord(), after.unitWord());
        said.words("The word for staff", "员工称呼", before.staffWord(), after.staffWord());
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
                (one, other) -> said.renamed(one.label(), other.label()));
        practice(before.practice(), after.practice());
        synonyms();
        if (!before.pattern().equals(after.pattern())) {
            said.say("The drawing is another one.", "图案有变。");
        }
        if (!before.offlineCaps().equals(after.offlineCaps())) {
            said.say("Counters without a network accept another amount.", "断网核销的限额有变。");
        }
        if (!before.rates().equals(after.rates())) {
            said.say("Other shares of sales go to platform, partner and referrers.", "平台、合伙人和介绍人的分成有变。");
        }
        return said.all();
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
                (was, is) -> said.renamed(was.refusal(), is.refusal()));
        compare(
                "Step",
                "服务步骤",
                one.standard(),
                other.standard(),
                Practice.Step::key,
                Practice.Step::label,
                (was, is) -> said.renamed(was.label(), is.label()));
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
        said.renamed(was.label(), is.label());
        said.add(new PolicyDifference(was, is).sentences());
        if (!was.booking().equals(is.booking())) {
            said.sayOf(is.label(), "is booked with other parameters.", "的预订参数有变。");
        }
        if (was.voucherValidDays() != is.voucherValidDays()) {
            said.sayOf(
                    is.label(),
                    "its vouchers are good for " + is.voucherValidDays() + " days instead of " + was.voucherValidDays()
                            + ".",
                    "的券有效期由 " + was.voucherValidDays() + " 天改为 " + is.voucherValidDays() + " 天。");
        }
    }

    private void attribute(Attribute was, Attribute is) {
        said.renamed(was.label(), is.label());
        if (was.type() != is.type()) {
            said.sayOf(
                    is.label(),
                    "is a " + name(is.type()) + " instead of a " + name(was.type()) + ".",
                    "的类型由 " + name(was.type()) + " 改为 " + name(is.type()) + "。");
        }
        compare(
                "Choice of “" + DifferenceWords.in(is.label(), Locale.ENGLISH) + "”",
                "“" + DifferenceWords.in(is.label(), Locale.CHINESE) + "”的选项",
                was.choices(),
                is.choices(),
                Attribute.Choice::key,
                Attribute.Choice::label,
                (one, other) -> said.renamed(one.label(), other.label()));
        if (was.facet() != is.facet()) {
            said.sayOf(
                    is.label(),
                    is.facet() ? "can be searched by now." : "can no longer be searched by.",
                    is.facet() ? "现可用于筛选。" : "不再用于筛选。");
        }
        if (!was.statedBy().equals(is.statedBy())) {
            said.sayOf(is.label(), "is stated by others than before.", "的填写者有变。");
        }
        if (isRequired(before, was) != isRequired(after, is)) {
            said.sayOf(
                    is.label(),
                    isRequired(after, is) ? "must be stated now." : "need no longer be stated.",
                    isRequired(after, is) ? "现为必填。" : "不再必填。");
        }
        if (!Objects.equals(rules(before, was), rules(after, is))) {
            said.sayOf(is.label(), "has other limits or another unit.", "的取值范围或单位有变。");
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
        said.renamed(was.label(), is.label());
        if (was.required() != is.required()) {
            said.sayOf(
                    is.label(),
                    is.required() ? "must be answered now." : "need no longer be answered.",
                    is.required() ? "现为必答。" : "不再必答。");
        }
        if (was.type() != is.type()
                || !was.choices().equals(is.choices())
                || !Objects.equals(was.min(), is.min())
                || !Objects.equals(was.max(), is.max())) {
            said.sayOf(is.label(), "is answered otherwise.", "的回答方式有变。");
        }
    }

    private void complaint(Practice.Complaint was, Practice.Complaint is) {
        said.renamed(was.label(), is.label());
        if (!Objects.equals(was.step(), is.step())) {
            said.sayOf(is.label(), "concerns another step.", "对应的步骤有变。");
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
                .forEach(group -> said.say(
                        "New words that mean the same: " + String.join(", ", group) + ".",
                        "新增同义词：" + String.join("、", group) + "。"));
        was.stream()
                .filter(group -> !is.contains(group))
                .forEach(group -> said.say(
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
                said.sayThat(en, zh, label.apply(each), "is new.", "为新增。");
            } else if (!old.equals(each)) {
                both.compare(old, each);
            } else if (each instanceof Attribute attribute) {
                attribute(attribute, attribute);
            }
        }
        then.values().forEach(gone -> said.sayThat(en, zh, label.apply(gone), "is gone.", "已删去。"));
    }

    private static String name(Attribute.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
