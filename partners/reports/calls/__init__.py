"""What calls for partners come to: the table of applications, scores, likely twins, drafts."""
