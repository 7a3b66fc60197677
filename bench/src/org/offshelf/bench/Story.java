package org.offshelf.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.codec.digest.DigestUtils;
import org.offshelf.app.App;
import org.offshelf.app.AppKind;
import org.offshelf.app.AppStatus;
import org.offshelf.app.Identifier;
import org.offshelf.app.Operator;
import org.offshelf.bench.Chance.Of;
import org.offshelf.bench.Reference.Publisher;
import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEvent;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.Measure;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.importing.StoreSpellings;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingCause;
import org.offshelf.listing.ListingEvent;
import org.offshelf.listing.ListingStatus;
import org.offshelf.notice.Notice;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.PublishedBasis;
import org.offshelf.source.Source;
import org.offshelf.source.SourceKind;

/**
 * What is printed, and what the importer makes of it, as the records it would write. Nothing of it is kept but ids: a record is
 * told anew, up to the finding that is asked for, whenever it is needed.
 */
final class Story {

    private static final double WITHOUT_VERSION = 0.14;
    private static final double WITH_FILING_NUMBER = 0.02;
    private static final double ORDERED_IN_ALL_STORES = 0.5;

    private final Chance chance;
    private final Names names;
    private final RealNotices real;
    private final Reference reference;
    private final Schedule schedule;
    private final Cast cast;
    private final LocalDate retrieved;
    private final DerivedIds apps = new DerivedIds("app");
    private final DerivedIds operators = new DerivedIds("op");
    private final DerivedIds sources = new DerivedIds("src");
    private final List<String> notices = new ArrayList<>();
    private final Set<String> takenNotices;

    /** @param retrieved the day on which all documents are read */
    Story(Chance chance, RealNotices real, Reference reference, Schedule schedule, Cast cast, LocalDate retrieved) {
        this.chance = chance;
        this.names = new Names(chance);
        this.real = real;
        this.reference = reference;
        this.schedule = schedule;
        this.cast = cast;
        this.retrieved = retrieved;
        this.takenNotices = new HashSet<>(reference.notices());
    }

    /** Names the notice and its source, and the apps and operators it is the first to name. Notices come in their order. */
    void publish(Schedule.Notice notice) {
        String free = name(notice);
        for (int number = 2; !takenNotices.add(free); number++) {
            free = name(notice) + "-" + number;
        }
        notices.add(free);
        sources.make(url(notice));
        for (int finding = notice.first(); finding < notice.first() + notice.rows(); finding++) {
            int app = cast.app(finding);
            int operator = cast.operator(app);
            if (operator == operators.size()) {
                operators.make(operatorIdentity(operator));
            }
            if (app == apps.size()) {
                apps.make(appIdentity(app));
            }
        }
    }

    private String name(Schedule.Notice notice) {
        return regulator(notice).shortName() + '-' + notice.published().getYear() + '-' + notice.number()
                + (notice.isOrder() ? "-removal" : "");
    }

    Publisher regulator(Schedule.Notice notice) {
        return reference.regulators().get(notice.regulator());
    }

    String url(Schedule.Notice notice) {
        return "https://example.org/" + regulator(notice).id() + '/' + notice.published().getYear()
                + (notice.isOrder() ? "/removal/" : "/") + notice.number();
    }

    String title(Schedule.Notice notice) {
        return regulator(notice).name() + "关于" + (notice.isOrder() ? "下架侵害用户权益APP的通报" : "侵害用户权益行为的APP通报") + "（"
                + notice.published().getYear() + "年第" + notice.number() + "批）";
    }

    String noticeId(Schedule.Notice notice) {
        return notices.get(notice.index());
    }

    String sourceId(Schedule.Notice notice) {
        return sources.get(notice.index());
    }

    String findingId(int finding) {
        Schedule.Notice notice = schedule.of(finding);
        return noticeId(notice) + '-' + (finding - notice.first() + 1);
    }

    String document(Schedule.Notice notice) {
        List<Printed> rows = new ArrayList<>(notice.rows());
        for (int finding = notice.first(); finding < notice.first() + notice.rows(); finding++) {
            rows.add(printed(notice, finding));
        }
        return Documents.csv(rows, Cast.printsDevelopers(notice.regulator()));
    }

    private Printed printed(Schedule.Notice notice, int finding) {
        int app = cast.app(finding);
        int operator = cast.operator(app);
        AppKind kind = kind(app);
        boolean isInAll = notice.isOrder() && chance.of(Of.STORE, ~finding) < ORDERED_IN_ALL_STORES;
        String store = kind == AppKind.MINI_PROGRAM ? RealNotices.MINI_PROGRAMS
                : isInAll ? "" : chance.among(real.stores(), Of.STORE, finding);
        return new Printed(finding - notice.first() + 1, appName(app), kind,
                operator == Cast.NONE ? null : names.operator(operator), orNull(store), version(finding),
                orNull(chance.among(real.problems(), Of.PROBLEM, finding)), filingNumber(app));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private String version(int finding) {
        int number = chance.below(1_000_000, Of.VERSION, finding);
        return chance.of(Of.VERSION, ~finding) < WITHOUT_VERSION ? null
                : 1 + number % 9 + "." + number / 9 % 20 + "." + number / 180 % 50;
    }

    private AppKind kind(int app) {
        return chance.of(Of.KIND, app) < real.miniProgramShare() ? AppKind.MINI_PROGRAM : AppKind.APP;
    }

    private String appName(int app) {
        int operator = cast.operator(app);
        return operator == Cast.NONE ? names.appOfNobody(app) : names.app(operator, cast.ordinal(app));
    }

    private String filingNumber(int app) {
        return chance.of(Of.FILING, app) < WITH_FILING_NUMBER ? names.filingNumber(app) : null;
    }

    private String operatorIdentity(int operator) {
        return org.offshelf.importing.Names.normalise(names.operator(operator));
    }

    private String appIdentity(int app) {
        int operator = cast.operator(app);
        return kind(app).code() + '|' + org.offshelf.importing.Names.normalise(appName(app)) + '|'
                + (operator == Cast.NONE ? "" : operatorIdentity(operator));
    }

    Source source(Schedule.Notice notice) {
        Source source = new Source();
        source.id = sourceId(notice);
        source.kind = SourceKind.OFFICIAL;
        source.title = title(notice);
        source.publisher = regulator(notice).name();
        source.url = url(notice);
        source.published = notice.published();
        source.retrieved = retrieved;
        source.sha256 = DigestUtils.sha256Hex(document(notice).getBytes(StandardCharsets.UTF_8));
        source.language = "zh";
        return source;
    }

    Notice notice(Schedule.Notice published) {
        Notice notice = new Notice();
        notice.id = noticeId(published);
        notice.regulator.add(regulator(published).id());
        notice.kind = published.isOrder() ? NoticeKind.REMOVAL_ORDER : NoticeKind.VIOLATION_NOTICE;
        notice.title = title(published);
        notice.batchYear = published.published().getYear();
        notice.batchNumber = published.number();
        notice.published = published.published();
        notice.publishedBasis = PublishedBasis.OFFICIAL;
        notice.deadline = published.deadline();
        notice.declaredCount = published.rows();
        notice.follows = published.isOrder() ? noticeId(schedule.notice(published.follows())) : null;
        notice.cite(sourceId(published), "");
        return notice;
    }

    /** The operator by the findings before this one; the first one makes it. */
    Operator operator(int number, int end) {
        Operator operator = new Operator();
        operator.id = operators.get(number);
        operator.identity = operatorIdentity(number);
        operator.name = names.operator(number);
        for (int finding : cast.findingsOfOperator(number)) {
            if (finding < end) {
                Schedule.Notice notice = schedule.of(finding);
                operator.cite(sourceId(notice), locator(notice, finding));
            }
        }
        return operator;
    }

    App app(int number, int end) {
        App app = new App();
        app.id = apps.get(number);
        app.identity = appIdentity(number);
        app.kind = kind(number);
        app.name = appName(number);
        app.operator = cast.operator(number) == Cast.NONE ? null : operators.get(cast.operator(number));
        String filingNumber = filingNumber(number);
        if (filingNumber != null) {
            app.identifier.add(new Identifier("icp", filingNumber));
        }
        for (int finding : cast.findingsOfApp(number)) {
            if (finding < end) {
                Schedule.Notice notice = schedule.of(finding);
                if (notice.isOrder()) {
                    app.consider(AppStatus.REMOVAL_ORDERED, notice.published(), null,
                            Listing.idOf(app.id, place(notice, finding)));
                } else {
                    app.consider(AppStatus.NAMED, notice.published(), notice.deadline(), findingId(finding));
                }
                app.cite(sourceId(notice), locator(notice, finding));
            }
        }
        return app;
    }

    /** Where an order takes the app off. */
    String place(Schedule.Notice order, int finding) {
        return reference.stores().find(printed(order, finding).store()).orElse(StoreSpellings.ALL);
    }

    /** The listing of the app in the store, by the orders before this finding. */
    Listing listing(int app, String store, int end) {
        Listing listing = new Listing();
        listing.id = Listing.idOf(apps.get(app), store);
        listing.app = apps.get(app);
        listing.store = store;
        for (int finding : cast.findingsOfApp(app)) {
            Schedule.Notice notice = schedule.of(finding);
            if (finding < end && notice.isOrder() && place(notice, finding).equals(store)) {
                listing.happened(new ListingEvent(ListingStatus.REMOVAL_ORDERED, notice.published(), ListingCause.ORDERED,
                        noticeId(notice), sourceId(notice), null));
                listing.cite(sourceId(notice), locator(notice, finding));
            }
        }
        return listing;
    }

    Finding finding(int number) {
        Schedule.Notice notice = schedule.of(number);
        Printed row = printed(notice, number);
        Finding finding = new Finding();
        finding.id = findingId(number);
        finding.notice = noticeId(notice);
        finding.sequence = row.number();
        finding.published = notice.published();
        finding.deadline = notice.deadline();
        finding.printedRow = row.number();
        finding.appName = row.app();
        finding.developer = row.developer();
        finding.version = row.version();
        finding.storeName = row.store();
        finding.problem = row.problem();
        finding.filingNumber = row.filingNumber();
        finding.measure = notice.isOrder() ? Measure.REMOVE : Measure.RECTIFY;
        finding.reading = ReadingMethod.PARSED;
        finding.app = apps.get(cast.app(number));
        finding.operator = cast.operator(cast.app(number)) == Cast.NONE ? null : operators.get(cast.operator(cast.app(number)));
        finding.store = reference.stores().find(row.store()).orElse(null);
        if (row.problem() != null) {
            finding.category.addAll(reference.classifier().classify(row.problem()).categories());
            finding.categoryBasis = CategoryBasis.PROBLEM;
        }
        finding.settle();
        finding.cite(sourceId(notice), locator(notice, number));
        return finding;
    }

    /** What an order that follows makes of a finding. */
    void escalate(Finding finding, Schedule.Notice order) {
        for (FindingEventKind kind : List.of(FindingEventKind.NOT_RECTIFIED, FindingEventKind.ESCALATED)) {
            finding.happened(new FindingEvent(kind, order.published(), noticeId(order), sourceId(order), null));
        }
    }

    /** The app was found in another store than was read at first. */
    void correct(Finding finding, int number) {
        String store = real.stores().stream().filter(name -> !name.isEmpty() && !name.equals(finding.storeName))
                .skip(chance.below(real.stores().size() / 2, Of.CORRECTED, number)).findFirst().orElseThrow();
        finding.storeName = store;
        finding.store = reference.stores().find(store).orElse(null);
    }

    private static String locator(Schedule.Notice notice, int finding) {
        return "row " + (finding - notice.first() + 1);
    }
}
