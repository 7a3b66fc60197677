package org.offshelf.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.offshelf.app.AppKind;
import org.offshelf.app.Identifier;
import org.offshelf.correction.CorrectionState;
import org.offshelf.correction.FilerRole;
import org.offshelf.coverage.SurveyExtent;
import org.offshelf.finding.Measure;
import org.offshelf.finding.ReadingMethod;
import org.offshelf.listing.ListingCause;
import org.offshelf.listing.ListingStatus;
import org.offshelf.notice.DeclaredPart;
import org.offshelf.notice.NoticeKind;
import org.offshelf.notice.PublishedBasis;
import org.offshelf.penalty.PenaltyKind;
import org.offshelf.regulator.RegulatorLevel;
import org.offshelf.source.SourceKind;
import org.offshelf.store.StoreKind;

/** What the files of a data set hold, as written there: one record type for each kind of entry. Absent lists are empty. */
final class Entries {

    private Entries() {
    }

    /** An entry that is one row among others, and must say where it comes from. */
    interface Cited {
        List<Cite> cites();
    }

    record Manifest(String name, String version, String description, String licence, List<String> files) {
    }

    /** @param source the key of a source of this data set */
    record Cite(String source, String locator) {
    }

    record SourceEntry(String key, SourceKind kind, String title, String publisher, String url, LocalDate published,
            LocalDate retrieved, String sha256, String language) {
    }

    record Sources(List<SourceEntry> sources) {
    }

    record RegulatorEntry(String id, String nameZh, String nameEn, String abbreviation, RegulatorLevel level, String parent,
            String jurisdiction, List<Cite> cites) implements Cited {
    }

    record Regulators(List<RegulatorEntry> regulators) {
    }

    record StoreEntry(String id, String nameZh, String nameEn, StoreKind kind, List<String> spellings, List<Cite> cites)
            implements
                Cited {
    }

    record Stores(List<StoreEntry> stores) {
    }

    record CategoryEntry(String id, String parent, String labelZh, String labelEn, String definitionZh, String definitionEn,
            List<String> legalBasis, List<String> phrases, List<Cite> cites) implements Cited {
    }

    record Categories(String version, List<CategoryEntry> categories) {
    }

    record OperatorEntry(String nameZh, String nameEn, List<String> aliases, String province, String creditCode,
            List<Cite> cites) implements Cited {
    }

    record Operators(List<OperatorEntry> operators) {
    }

    record AppEntry(String name, AppKind kind, List<String> aliases, String operator, List<Identifier> identifiers,
            List<Cite> cites) implements Cited {
    }

    record Apps(List<AppEntry> apps) {
    }

    record Batch(Integer year, Integer number, Integer overall) {
    }

    /** @param reading and {@code annex} and {@code measure}: of all rows that do not say otherwise */
    record NoticeEntry(String id, List<String> regulators, NoticeKind kind, String title, Batch batch, LocalDate published,
            PublishedBasis publishedBasis, LocalDate deadline, Integer declaredCount, List<DeclaredPart> declaredParts,
            String follows, List<String> legalBasis, List<String> categories, String summary, List<Cite> cites,
            ReadingMethod reading, String annex, Measure measure, List<FindingEntry> findings) implements Cited {
    }

    /** One row of a notice. Without {@code cites} it is cited as a row of the notice's first source. */
    record FindingEntry(Integer row, String app, AppKind kind, String developer, String store, String version, String problem,
            List<String> categories, String annex, Measure measure, String filingNumber, ReadingMethod reading,
            List<Cite> cites) {
    }

    record PenaltyEntry(String key, String regulator, String operator, List<String> apps, PenaltyKind kind,
            List<String> measures, BigDecimal amount, String currency, BigDecimal reportedAmount, String reportedCurrency,
            LocalDate decided, LocalDate announced, LocalDate periodFrom, LocalDate periodTo, Integer count,
            List<String> legalBasis, List<String> categories, String notice, String summary, List<Cite> cites)
            implements
                Cited {
    }

    record Penalties(List<PenaltyEntry> penalties) {
    }

    /** @param about the key of a penalty or the id of a notice */
    record StatementEntry(String operator, String app, LocalDate made, String about, String summary, List<String> points,
            List<Cite> cites) implements Cited {
    }

    record Statements(List<StatementEntry> statements) {
    }

    record SurveyEntry(String regulator, LocalDate periodFrom, LocalDate periodTo, SurveyExtent extent, Integer knownNotices,
            LocalDate checked, String note, List<Cite> cites) implements Cited {
    }

    record Surveys(List<SurveyEntry> surveys) {
    }

    record ObservationEntry(String app, String store, ListingStatus event, LocalDate date, ListingCause cause, String notice,
            String note, List<Cite> cites) implements Cited {
    }

    record Observations(List<ObservationEntry> observations) {
    }

    record CorrectionEntry(String collection, String record, String field, String claim, String proposed, FilerRole filedAs,
            LocalDate filed, LocalDate due, CorrectionState state, String outcome, LocalDate settled, List<Cite> cites)
            implements
                Cited {
    }

    record Corrections(List<CorrectionEntry> corrections) {
    }
}
