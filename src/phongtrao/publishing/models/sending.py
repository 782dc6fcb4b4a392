"""To whom an issued paper went, and who has it."""

from django.db import models
from django.db.models import Q

from phongtrao.core.models import StoredFile
from phongtrao.org.models import Body, Posting
from phongtrao.publishing.models.papers import Paper
from phongtrao.publishing.workflow import DeliveryForm, DeliveryState, Disposal, StepForm


class PaperDelivery(models.Model):
    """An issued paper on its way to one body, and the receipt of that body.

    A copy has the number that the copying body's own series gave it. `receiver` is who received
    it: on screen its official in words, from a signed slip whoever signed there; `received_by`
    acted or recorded the slip. `arrival_number` is the number of the receiving body's register.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="deliveries")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="deliveries")
    form = models.CharField(
        max_length=10, choices=DeliveryForm.choices, default=DeliveryForm.ORIGINAL
    )
    copied_by = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="+")
    copy_number = models.CharField(max_length=60, blank=True)
    state = models.CharField(
        max_length=8, choices=DeliveryState.choices, default=DeliveryState.SENT
    )
    sent_on = models.DateField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    receipt_form = models.CharField(max_length=6, choices=StepForm.choices, blank=True)
    receiver = models.CharField(max_length=400, blank=True)
    arrival_number = models.CharField(max_length=30, blank=True)
    receipt_copy = models.ForeignKey(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # After a recall: what became of what was received, who says so, likewise on screen or paper.
    disposal = models.CharField(max_length=10, choices=Disposal.choices, blank=True)
    disposed_on = models.DateField(null=True)
    disposed_at = models.DateTimeField(null=True)
    disposed_by = models.ForeignKey(Posting, null=True, on_delete=models.PROTECT, related_name="+")
    disposal_form = models.CharField(max_length=6, choices=StepForm.choices, blank=True)
    disposer = models.CharField(max_length=400, blank=True)
    disposal_copy = models.ForeignKey(
        StoredFile, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "body"], name="publishing_delivery_once"),
            models.CheckConstraint(
                name="publishing_delivery_copied",
                condition=Q(form="original", copied_by__isnull=True, copy_number="")
                | (~Q(form="original") & Q(copied_by__isnull=False) & ~Q(copy_number="")),
            ),
            models.CheckConstraint(
                name="publishing_delivery_received",
                condition=(
                    Q(state="sent", received_on__isnull=True, received_by__isnull=True)
                    & Q(receipt_form="", receiver="", arrival_number="")
                )
                | (
                    Q(state="received", received_on__isnull=False, received_by__isnull=False)
                    & ~Q(receiver="")
                ),
            ),
            models.CheckConstraint(
                name="publishing_delivery_disposed",
                condition=Q(disposal="", disposed_on__isnull=True, disposed_by__isnull=True)
                & Q(disposal_form="", disposer="")
                | (
                    Q(state="received", disposed_on__isnull=False, disposed_by__isnull=False)
                    & ~Q(disposal="")
                    & ~Q(disposer="")
                ),
            ),
            models.CheckConstraint(
                name="publishing_delivery_disposal_copy",
                condition=Q(disposal_form="paper", disposal_copy__isnull=False)
                | (~Q(disposal_form="paper") & Q(disposal_copy__isnull=True)),
            ),
            models.CheckConstraint(
                name="publishing_delivery_slip",
                condition=Q(receipt_form="paper", receipt_copy__isnull=False)
                | (~Q(receipt_form="paper") & Q(receipt_copy__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} → {self.body_id}"

    @property
    def sender(self) -> Body:
        """The body that sent it: the one that copied it, else the one whose paper it is."""
        return self.copied_by if self.copied_by is not None else self.paper.body

    @property
    def form_words(self) -> str:
        """ "Sao y số 12/SY-CAT"; "Bản chính" where nothing was copied."""
        words = str(self.get_form_display())
        return f"{words} {self.copy_number}" if self.copy_number else words
